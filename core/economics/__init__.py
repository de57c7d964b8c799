"""What scenarios cost and bring, by year and by payer; sensitivity; their page."""

"""All that is known of one parcel, in words, and how to find it."""

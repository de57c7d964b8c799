"""Parts of the HTML pages and figures on the screen that several rooms share."""

"""What stands without the frame of the theme: the feed of editions, and the pages of claims."""

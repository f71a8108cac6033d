"""What French statements speak of: classes of actions and things, and nations."""

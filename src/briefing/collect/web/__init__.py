"""What is fetched from the web: within a time and a size, politely, and from nowhere nobody asked to go."""

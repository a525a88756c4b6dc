"""The game in plain lines: for screen readers, pipes and scripts."""

"""What every test shares: hypothesis draws the same examples on every run and on any machine."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

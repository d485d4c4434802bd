"""akint-dash: a county's international work, from a portfolio database to a picture anyone understands."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("akint-dash")
except PackageNotFoundError:  # run from a folder that was never installed
    __version__ = "0"

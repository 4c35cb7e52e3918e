"""`python -m newsents` is the command `newsents`."""

from newsents.cli import main

main()

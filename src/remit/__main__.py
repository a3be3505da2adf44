"""`python -m remit`: the same as the command `remit`."""

import sys

from remit.cli import main

if __name__ == "__main__":
    sys.exit(main())

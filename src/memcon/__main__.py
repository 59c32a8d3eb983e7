"""python -m memcon"""

from memcon.cli.app import main

main()

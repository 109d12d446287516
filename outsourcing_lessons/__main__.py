"""``python -m outsourcing_lessons``: the same as the command ``outsourcing-lessons``."""

from outsourcing_lessons.cli import main

if __name__ == "__main__":
    main()

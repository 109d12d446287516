"""What a learner did, kept beside the notebooks: ``store`` says what, ``sqlite`` where, ``memory`` is the double."""

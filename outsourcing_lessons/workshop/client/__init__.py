"""Taking part from Python: through an outbox on disk, by a thread that no cell waits for; needs none of the server.

``address`` reads what OUTSOURCING_LESSONS_WORKSHOP says, ``protocol`` makes and reads messages, ``outbox`` keeps,
``sender`` sends, ``store`` hooks it into a notebook. The rehearsal plays its learners with the same four.
"""

"""The course for other people's platforms: QTI (the questions), SCORM (a workbook), xAPI (what a learner did)."""

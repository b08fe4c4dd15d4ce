# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Runs the migrations on the connection, and in the transaction, that the program hands over.

There is no other way in: the database is encrypted, and only the program has its key. Nothing here or in
`versions/` imports the program, so that a migration means the same for ever.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()

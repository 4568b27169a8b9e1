//go:build modernc

// Package driver has one SQLite driver, chosen by build tag.
package driver

import _ "modernc.org/sqlite" // SQLite translated to Go

// Name is what the driver calls itself in database/sql.
const Name = "sqlite"

// Package is where it comes from.
const Package = "modernc.org/sqlite"

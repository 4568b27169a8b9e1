//go:build !modernc && !ncruces

// Package driver has one SQLite driver, chosen by build tag.
package driver

import _ "github.com/mattn/go-sqlite3" // SQLite in C, through cgo

// Name is what the driver calls itself in database/sql.
const Name = "sqlite3"

// Package is where it comes from.
const Package = "mattn/go-sqlite3"

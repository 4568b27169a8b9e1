// Package notes keeps short texts in an SQLite database file.
package notes

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"

	_ "github.com/mattn/go-sqlite3" // the driver, written in C: it needs cgo
)

// Note is a stored text.
type Note struct {
	ID   int64  `json:"id"`
	Text string `json:"text"`
}

// Store is an open database.
type Store struct {
	db *sql.DB
}

const schema = `CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT`

// Open opens the database file at path, and creates it if there is none. Its directory must exist
// and be writable, because SQLite puts a journal beside the file.
func Open(ctx context.Context, path string) (*Store, error) {
	dsn := url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: "_busy_timeout=5000"}
	db, err := sql.Open("sqlite3", dsn.String())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if _, err := db.ExecContext(ctx, schema); err != nil {
		db.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return &Store{db}, nil
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// Ping says whether the database can be read.
func (s *Store) Ping(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, `SELECT 1 FROM notes LIMIT 1`)
	return err
}

// Add stores a text.
func (s *Store) Add(ctx context.Context, text string) (Note, error) {
	result, err := s.db.ExecContext(ctx, `INSERT INTO notes (text) VALUES (?)`, text)
	if err != nil {
		return Note{}, err
	}
	id, err := result.LastInsertId()
	return Note{ID: id, Text: text}, err
}

// List returns all notes, oldest first.
func (s *Store) List(ctx context.Context) ([]Note, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, text FROM notes ORDER BY id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	notes := []Note{}
	for rows.Next() {
		var note Note
		if err := rows.Scan(&note.ID, &note.Text); err != nil {
			return nil, err
		}
		notes = append(notes, note)
	}
	return notes, rows.Err()
}

// SQLiteVersion asks the C library that is linked in.
func (s *Store) SQLiteVersion(ctx context.Context) (string, error) {
	var version string
	err := s.db.QueryRowContext(ctx, `SELECT sqlite_version()`).Scan(&version)
	return version, err
}

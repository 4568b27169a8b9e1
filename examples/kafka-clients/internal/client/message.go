// Package client has one Kafka client, chosen by build tag.
package client

// Message is what was read from the only partition of a topic.
type Message struct {
	Offset int64
	Value  string
}

//go:build franz

package client

import (
	"context"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo" // Kafka's protocol in Go
)

// Library tells which client is in the program.
const Library = "franz-go"

// StartCluster starts franz-go's own fake cluster with a topic of one partition.
func StartCluster(topic string) (address string, stop func(), err error) {
	cluster, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(1, topic))
	if err != nil {
		return "", nil, err
	}
	return cluster.ListenAddrs()[0], cluster.Close, nil
}

// Produce sends the values and waits until the broker has confirmed each.
func Produce(ctx context.Context, broker, topic string, values []string) error {
	producer, err := kgo.NewClient(kgo.SeedBrokers(broker), kgo.DefaultProduceTopic(topic))
	if err != nil {
		return err
	}
	defer producer.Close()
	records := make([]*kgo.Record, 0, len(values))
	for _, value := range values {
		records = append(records, kgo.StringRecord(value))
	}
	return producer.ProduceSync(ctx, records...).FirstErr()
}

// Consume reads so many messages from the start of the topic.
func Consume(ctx context.Context, broker, topic string, count int) ([]Message, error) {
	start := map[string]map[int32]kgo.Offset{topic: {0: kgo.NewOffset().AtStart()}}
	consumer, err := kgo.NewClient(kgo.SeedBrokers(broker), kgo.ConsumePartitions(start))
	if err != nil {
		return nil, err
	}
	defer consumer.Close()
	messages := make([]Message, 0, count)
	for len(messages) < count {
		fetches := consumer.PollRecords(ctx, count-len(messages))
		if err := fetches.Err(); err != nil {
			return nil, err
		}
		for _, record := range fetches.Records() {
			messages = append(messages, Message{record.Offset, string(record.Value)})
		}
	}
	return messages, nil
}

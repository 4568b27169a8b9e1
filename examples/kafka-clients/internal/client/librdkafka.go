//go:build !franz

package client

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/confluentinc/confluent-kafka-go/v2/kafka" // librdkafka in C, through cgo
)

// Library tells which librdkafka was linked in.
const Library = "confluent-kafka-go, " + kafka.LibrdkafkaLinkInfo

// StartCluster starts librdkafka's own mock cluster with a topic of one partition.
func StartCluster(topic string) (address string, stop func(), err error) {
	cluster, err := kafka.NewMockCluster(1)
	if err != nil {
		return "", nil, err
	}
	if err := cluster.CreateTopic(topic, 1, 1); err != nil {
		cluster.Close()
		return "", nil, err
	}
	return cluster.BootstrapServers(), cluster.Close, nil
}

// Produce sends the values and waits until the broker has confirmed each.
func Produce(ctx context.Context, broker, topic string, values []string) error {
	producer, err := kafka.NewProducer(&kafka.ConfigMap{"bootstrap.servers": broker})
	if err != nil {
		return err
	}
	defer producer.Close()
	return send(ctx, producer, topic, values)
}

func send(ctx context.Context, producer *kafka.Producer, topic string, values []string) error {
	confirmed := make(chan kafka.Event, len(values))
	for _, value := range values {
		message := kafka.Message{
			TopicPartition: kafka.TopicPartition{Topic: &topic, Partition: 0},
			Value:          []byte(value),
		}
		if err := producer.Produce(&message, confirmed); err != nil {
			return err
		}
	}
	for range values {
		select {
		case event := <-confirmed:
			if message, ok := event.(*kafka.Message); ok && message.TopicPartition.Error != nil {
				return message.TopicPartition.Error
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// Consume reads so many messages from the start of the topic.
func Consume(ctx context.Context, broker, topic string, count int) ([]Message, error) {
	consumer, err := kafka.NewConsumer(&kafka.ConfigMap{"bootstrap.servers": broker, "group.id": "app"})
	if err != nil {
		return nil, err
	}
	defer consumer.Close()
	start := kafka.TopicPartition{Topic: &topic, Partition: 0, Offset: kafka.OffsetBeginning}
	if err := consumer.Assign([]kafka.TopicPartition{start}); err != nil {
		return nil, err
	}
	messages := make([]Message, 0, count)
	for len(messages) < count {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("after %d messages: %w", len(messages), ctx.Err())
		}
		message, err := consumer.ReadMessage(100 * time.Millisecond)
		var problem kafka.Error
		if errors.As(err, &problem) && problem.IsTimeout() {
			continue
		}
		if err != nil {
			return nil, err
		}
		messages = append(messages, Message{int64(message.TopicPartition.Offset), string(message.Value)})
	}
	return messages, nil
}

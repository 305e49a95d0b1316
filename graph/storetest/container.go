package storetest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/wait"

	"dossier/graph/store"
)

const (
	defaultImage = "neo4j:5.26-community"
	boltPort     = "7687/tcp"
)

// daemonAnswers returns why there is no Docker daemon, or nil.
func daemonAnswers(ctx context.Context) (err error) {
	defer func() { // the library panics where it finds no address to try
		if r := recover(); r != nil {
			err = fmt.Errorf("no Docker daemon: %v", r)
		}
	}()
	provider, err := testcontainers.ProviderDocker.GetProvider()
	if err != nil {
		return fmt.Errorf("no Docker daemon: %w", err)
	}
	defer func() { _ = provider.Close() }()
	return provider.Health(ctx)
}

// startContainer runs the image with memory that several packages can have at
// once, and waits until a query is answered: the port opens earlier.
func startContainer(ctx context.Context) (_ *server, err error) {
	image := os.Getenv("DOSSIER_TEST_IMAGE")
	if image == "" {
		image = defaultImage
	}
	if err := daemonAnswers(ctx); err != nil {
		return nil, err
	}
	password := rand.Text()
	c, err := testcontainers.Run(ctx, image,
		testcontainers.WithExposedPorts(boltPort),
		testcontainers.WithEnv(map[string]string{
			"NEO4J_AUTH":                             "neo4j/" + password,
			"NEO4J_server_memory_heap_initial__size": "256m",
			"NEO4J_server_memory_heap_max__size":     "512m",
			"NEO4J_server_memory_pagecache_size":     "128m",
		}),
		// The wait for the log has a limit of its own, a minute if it is not told.
		testcontainers.WithWaitStrategyAndDeadline(5*time.Minute,
			wait.ForLog("Started.").WithStartupTimeout(5*time.Minute)),
	)
	stop := func(ctx context.Context) error {
		return testcontainers.TerminateContainer(c, testcontainers.StopContext(ctx))
	}
	defer func() {
		if err != nil && c != nil {
			err = errors.Join(err, stop(context.WithoutCancel(ctx)))
		}
	}()
	if err != nil {
		return nil, fmt.Errorf("run %s: %w", image, err)
	}
	uri, err := c.PortEndpoint(ctx, boltPort, "bolt")
	if err != nil {
		return nil, err
	}
	s := &server{
		config: store.Config{URI: uri, Username: "neo4j", Password: password},
		about:  "container " + image + " at " + uri,
		stop:   stop,
	}
	return s, answers(ctx, s.config)
}

// answers waits until the server answers a query.
func answers(ctx context.Context, c store.Config) error {
	deadline := time.Now().Add(2 * time.Minute)
	for {
		s, err := store.Open(ctx, c)
		if err == nil {
			return s.Close(ctx)
		}
		if !errors.Is(err, store.ErrUnreachable) || time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(250 * time.Millisecond):
		}
	}
}

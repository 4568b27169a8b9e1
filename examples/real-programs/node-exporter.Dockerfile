# Go cross-compiles by itself: the build runs on the machine's own architecture.
FROM --platform=$BUILDPLATFORM golang:1.27-alpine3.23 AS build
WORKDIR /src
# Modules first (go.mod, and go.sum once there are dependencies): a change in the code keeps
# this layer.
COPY node-exporter/go.* ./
RUN go mod download
COPY node-exporter .
ARG TARGETOS TARGETARCH
# Your main package.
ARG PACKAGE=github.com/prometheus/node_exporter
# CGO_ENABLED=0 keeps it so if a C compiler is ever installed above.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

# A shell and a package manager; certificates are there, time zones are not.
FROM alpine:3.23
RUN apk add --no-cache tzdata \
    && addgroup -S -g 65532 nonroot && adduser -S -D -H -h / -u 65532 -G nonroot nonroot
COPY --from=build /out/app /app
# By number: Kubernetes' runAsNonRoot cannot check a name.
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/app"]

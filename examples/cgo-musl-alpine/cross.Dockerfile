# The compilers run on the machine's own architecture, whatever the target is.
FROM --platform=$BUILDPLATFORM golang:1.27-alpine3.23 AS build
ARG BUILDARCH TARGETARCH
# Alpine's gcc compiles for its own architecture alone. For the other one zig takes its
# place, which brings musl's headers.
# CGO_LDFLAGS is -O2 -g unless it is set, and comes after the -s below; zig obeys the last.
RUN case "$BUILDARCH-$TARGETARCH" in \
      amd64-arm64) target=aarch64-linux-musl ;; \
      arm64-amd64) target=x86_64-linux-musl ;; \
      *) apk add --no-cache gcc musl-dev; exit ;; \
    esac \
    && apk add --no-cache zig \
    && go env -w CC="zig cc -target $target -dynamic" CGO_LDFLAGS=-O2
WORKDIR /src
# Modules first: a change in the code keeps this layer.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Your main package.
ARG PACKAGE=./cmd/app
# Without CGO_ENABLED=1 Go turns cgo off for another architecture and says nothing.
# -tags timetzdata puts the time zones into the program, since Alpine has none.
RUN CGO_ENABLED=1 GOARCH=$TARGETARCH \
    go build -tags timetzdata -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

FROM alpine:3.23
RUN addgroup -S -g 65532 nonroot && adduser -S -D -H -h / -u 65532 -G nonroot nonroot \
    && install -d -o nonroot -g nonroot /data
COPY --from=build /out/app /app
ENV NOTES_DB=/data/notes.db
# By number: Kubernetes' runAsNonRoot cannot check a name.
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/app"]

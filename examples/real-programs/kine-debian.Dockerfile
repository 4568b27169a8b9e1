FROM golang:1.27-trixie AS build
# The -dev package has the header and what the linker needs.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# Modules first: a change in the code keeps this layer.
COPY kine/go.mod kine/go.sum ./
RUN go mod download
COPY kine .
# Your main package.
ARG PACKAGE=github.com/k3s-io/kine
# Without CGO_ENABLED=1 a build where no C compiler is found turns cgo off and says nothing.
# -tags libsqlite3 is this driver's switch: Debian's library instead of the source it carries.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
RUN CGO_ENABLED=1 go build -tags libsqlite3 -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

# The same release of Debian, for the same libraries.
FROM debian:trixie-slim
# The library itself: `readelf -d /out/app` names the files, and `dpkg -S FILE` in the build
# stage the package of each. Slim images have no certificates.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 65532 nonroot && useradd --uid 65532 --gid 65532 --home-dir / nonroot \
    && install -d -o nonroot -g nonroot /data
COPY --from=build /out/app /app
ENV NOTES_DB=/data/notes.db
# By number: Kubernetes' runAsNonRoot cannot check a name.
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/app"]

# The compilers run on the machine's own architecture, whatever the target is.
FROM --platform=$BUILDPLATFORM golang:1.27-alpine3.23 AS build
ARG TARGETARCH
# Alpine's gcc compiles for its own architecture alone. zig compiles for all, and brings
# musl's headers and source.
# CGO_LDFLAGS is -O2 -g unless it is set, and comes after the -s below; zig obeys the last.
RUN case "$TARGETARCH" in \
      amd64) target=x86_64-linux-musl ;; \
      arm64) target=aarch64-linux-musl ;; \
      *) exit 1 ;; \
    esac \
    && apk add --no-cache zig \
    && go env -w CC="zig cc -target $target" CGO_LDFLAGS=-O2
WORKDIR /src
# Modules first: a change in the code keeps this layer.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Your main package.
ARG PACKAGE=./cmd/app
# Without CGO_ENABLED=1 Go turns cgo off for another architecture and says nothing.
# -static is for the C linker; -linkmode external makes Go use it in every case.
# -tags timetzdata puts the time zones into the program.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
RUN CGO_ENABLED=1 GOARCH=$TARGETARCH go build -tags timetzdata -trimpath \
    -ldflags='-s -w -linkmode external -extldflags "-static"' -o /out/app "$PACKAGE"
# What scratch lacks: certificates, a name for the user, and a /tmp that all may write to.
RUN mkdir -p /out/etc/ssl/certs /out/tmp && chmod 1777 /out/tmp \
    && cp /etc/ssl/certs/ca-certificates.crt /out/etc/ssl/certs/ \
    && echo 'nonroot:x:65532:65532:nonroot:/:/sbin/nologin' > /out/etc/passwd \
    && echo 'nonroot:x:65532:' > /out/etc/group \
    && install -d -o 65532 -g 65532 /out/data

FROM scratch
COPY --from=build /out/ /
ENV NOTES_DB=/data/notes.db
# By number: Kubernetes' runAsNonRoot cannot check a name.
USER 65532:65532
EXPOSE 8080
# With brackets: the other form needs a shell.
ENTRYPOINT ["/app"]

# Go cross-compiles by itself: the build runs on the machine's own architecture and needs no
# C compiler for the target.
FROM --platform=$BUILDPLATFORM golang:1.27-trixie AS build
WORKDIR /src
# Modules first (go.mod, and go.sum once there are dependencies): a change in the code keeps
# this layer.
COPY nats-server/go.* ./
RUN go mod download
COPY nats-server .
ARG TARGETOS TARGETARCH
# Your main package.
ARG PACKAGE=github.com/nats-io/nats-server/v2
# -tags timetzdata puts the time zones into the program.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -tags timetzdata -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"
# What scratch lacks: certificates, a name for the user, and a /tmp that all may write to.
RUN mkdir -p /out/etc/ssl/certs /out/tmp && chmod 1777 /out/tmp \
    && cp /etc/ssl/certs/ca-certificates.crt /out/etc/ssl/certs/ \
    && echo 'nonroot:x:65532:65532:nonroot:/:/sbin/nologin' > /out/etc/passwd \
    && echo 'nonroot:x:65532:' > /out/etc/group

FROM scratch
COPY --from=build /out/ /
# By number: Kubernetes' runAsNonRoot cannot check a name.
USER 65532:65532
EXPOSE 8080
# With brackets: the other form needs a shell.
ENTRYPOINT ["/app"]

FROM --platform=$BUILDPLATFORM golang:1.27-trixie AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
ARG TARGETOS TARGETARCH
# Your main package.
ARG PACKAGE=./cmd/app
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

FROM build AS test
ARG TESTS=./cmd/... ./internal/counter
RUN CGO_ENABLED=1 go test -race $TESTS && touch /tested

FROM gcr.io/distroless/static-debian13:nonroot
# A file of the test stage: without it the stage would not run.
COPY --from=test /tested /tested
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]

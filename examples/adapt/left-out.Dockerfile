# left-out.Dockerfile.dockerignore lets folders through, and not the main.go beside them.
FROM golang:1.27-trixie AS context
WORKDIR /src
COPY . .

FROM context AS build
# Your main package; this one did not come through.
ARG PACKAGE=.
RUN CGO_ENABLED=0 go build -o /out/app "$PACKAGE"

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]

FROM golang:1.27-alpine3.23 AS sources
WORKDIR /src
COPY . .

# Without a C compiler cgo is off.
FROM sources AS as-it-comes
RUN go build -race -o /app ./cmd/app

# Cgo is on, and there is still no C compiler.
FROM sources AS cgo-on
RUN CGO_ENABLED=1 go build -race -o /app ./cmd/app

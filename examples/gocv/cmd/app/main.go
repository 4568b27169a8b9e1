// Command app draws three shapes with OpenCV, counts them, and encodes the picture; Go's own decoder reads it back.
package main

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"log"
	"os"

	"gocv.io/x/gocv"
)

type report struct {
	OpenCV      string `json:"opencv"`
	GoCV        string `json:"gocv"`
	Shapes      int    `json:"shapes"`
	WhitePixels int    `json:"whitePixels"`
	// What is white in the PNG, counted without OpenCV.
	WhiteInPNG int `json:"whiteInPNG"`
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("app: ")
	picture := draw()
	defer picture.Close()
	white, err := whiteInPNG(picture)
	if err != nil {
		log.Fatal(err)
	}
	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", "  ")
	if err := out.Encode(report{
		OpenCV:      gocv.OpenCVVersion(),
		GoCV:        gocv.Version(),
		Shapes:      shapes(picture),
		WhitePixels: gocv.CountNonZero(picture),
		WhiteInPNG:  white,
	}); err != nil {
		log.Fatal(err)
	}
}

// draw puts a disc, a square and a triangle on black, blurs them, and makes every grey black or white again.
func draw() gocv.Mat {
	white := color.RGBA{R: 255, G: 255, B: 255, A: 255}
	picture := gocv.NewMatWithSizeFromScalar(gocv.NewScalar(0, 0, 0, 0), 120, 200, gocv.MatTypeCV8U)
	gocv.Circle(&picture, image.Pt(40, 60), 25, white, -1)
	gocv.Rectangle(&picture, image.Rect(85, 40, 125, 80), white, -1)
	triangle := gocv.NewPointsVectorFromPoints([][]image.Point{{{150, 85}, {170, 35}, {190, 85}}})
	defer triangle.Close()
	gocv.FillPoly(&picture, triangle, white)
	gocv.GaussianBlur(picture, &picture, image.Pt(5, 5), 0, 0, gocv.BorderDefault)
	gocv.Threshold(picture, &picture, 127, 255, gocv.ThresholdBinary)
	return picture
}

func shapes(picture gocv.Mat) int {
	contours := gocv.FindContours(picture, gocv.RetrievalExternal, gocv.ChainApproxSimple)
	defer contours.Close()
	return contours.Size()
}

func whiteInPNG(picture gocv.Mat) (int, error) {
	encoded, err := gocv.IMEncode(gocv.PNGFileExt, picture)
	if err != nil {
		return 0, err
	}
	defer encoded.Close()
	decoded, err := png.Decode(bytes.NewReader(encoded.GetBytes()))
	if err != nil {
		return 0, err
	}
	white := 0
	for y := range decoded.Bounds().Dy() {
		for x := range decoded.Bounds().Dx() {
			if grey, _, _, _ := decoded.At(x, y).RGBA(); grey == 0xffff {
				white++
			}
		}
	}
	return white, nil
}

// Writes vectors.json: what Go's encoding/json makes of a JSON text that it decodes into a map and encodes again,
// with HTML escapes and without.
// Run: go run make.go > vectors.json
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"strings"
)

type vector struct {
	Input  string  `json:"input_base64"`
	Output *string `json:"output_base64"`
	Raw    *string `json:"raw_base64"`
}

var written = []string{
	`{"bank_code": "000", "account_number": true}`,
	`{"z":1,"a":{"b":[1,2,{"d":null,"c":false}]}}`,
	`{"a":"A & B <c>","b":"\u003cd\u003E","c":"\/slash"}`,
	"{\"a\":\"line\u2028and\u2029paragraph\",\"b\":\"\\u2028\"}",
	"{\"a\":\"\ua9a4\ua9ab\ua9ae\",\"b\":\"\u738b\u5c0f\u660e\",\"c\":\"\U0001f3ab\",\"d\":\"\\ud83c\\udfab\"}",
	`{"a":"\ud800","b":"\udc00x","c":"\ud800\u0041","d":"\ud800\ud800\udc00"}`,
	`{"a":"\b\f\n\r\t\u0000\u001f\u007f\u0080\u009f"}`,
	"{\"a\":\"\u007f\u0085\ufeff\"}",
	`{"n":[0,-0,0.0,-0.0,1.0,1.10,1e2,1E+2,100000000000000000000,1e21,1e-6,1e-7,123456789e-15]}`,
	`{"n":[9007199254740991,9007199254740992,9007199254740993,-9007199254740993,1.7976931348623157e308,5e-324]}`,
	`{"a":1,"a":2,"A":3,"\u0061":4}`,
	"{\"\U0001f3ab\":1,\"\uffee\":2,\"z\":3,\"\":4,\"<\":5}",
	"{\"a\":\"\xe2\x82\",\"b\":\"\xff\xfe\",\"c\":\"\xed\xa0\x80\",\"d\":\"\xc0\xaf\",\"e\":\"\xf0\x9f\x8e\"}",
	" \t\r\n{ \"a\" : [ ] , \"b\" : { } } \n",
	`{}`, `null`, `[]`, `"a"`, `1`, `{"a":1e400}`, `{"a":01}`, `{"a":1.}`, `{"a":.5}`, `{"a":+1}`, `{"a":"\x"}`,
	`{"a":"\u12g4"}`, `{"a":tru}`, `{"a":1,}`, `{"a" 1}`, `{'a':1}`, `{"a":1}x`, ``, "{\"a\":\"\x01\"}",
	"\ufeff{}", `{"a":"unfinished`, `{"a":[1,2}`, `{"a":NaN}`, `{"a":-}`, `{"":""}`, `{"__proto__":{"x":1}}`,
}

var pieces = []string{
	`a`, `é`, `王`, "\u2028", "\U0001f3ab", `\u003c`, `<`, `&`, `>`, `\"`, `\\`, `\/`, `\n`, `\b`, `\f`, `\u00e9`,
	`\ud83c\udfab`, `\ud83c`, `\udfab`, "\x7f", "\xff", "\xe2\x28", "\xf4\x90\x80\x80", "\ufffd", ` `, `\u0007`,
}

func text(random *rand.Rand) string {
	var b strings.Builder
	for i := random.Intn(6); i > 0; i-- {
		b.WriteString(pieces[random.Intn(len(pieces))])
	}
	return `"` + b.String() + `"`
}

func number(random *rand.Rand) string {
	switch random.Intn(4) {
	case 0:
		return fmt.Sprint(random.Int63() >> uint(random.Intn(63)))
	case 1:
		return fmt.Sprintf("-%d.%d", random.Intn(1000), random.Intn(100000))
	case 2:
		return fmt.Sprintf("%d.%dE%d", random.Intn(10), random.Intn(1000000), random.Intn(60)-30)
	}
	return fmt.Sprintf("%de+%d", random.Intn(100), random.Intn(30))
}

func value(random *rand.Rand, depth int) string {
	kind := random.Intn(7)
	if depth > 3 && kind > 4 {
		kind -= 4
	}
	switch kind {
	case 0:
		return []string{"true", "false", "null"}[random.Intn(3)]
	case 1, 2:
		return number(random)
	case 3, 4:
		return text(random)
	case 5:
		var items []string
		for i := random.Intn(4); i > 0; i-- {
			items = append(items, value(random, depth+1))
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	return object(random, depth+1)
}

func object(random *rand.Rand, depth int) string {
	var members []string
	for i := random.Intn(5); i > 0; i-- {
		members = append(members, text(random)+" :"+value(random, depth+1))
	}
	return "{" + strings.Join(members, ",\n") + "}"
}

func reencoded(input string) vector {
	result := vector{Input: base64.StdEncoding.EncodeToString([]byte(input))}
	var decoded map[string]interface{}
	if err := json.Unmarshal([]byte(input), &decoded); err != nil {
		return result
	}
	encoded, err := json.Marshal(decoded)
	if err != nil {
		panic(err)
	}
	output := base64.StdEncoding.EncodeToString(encoded)
	result.Output = &output
	var raw bytes.Buffer
	encoder := json.NewEncoder(&raw)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(decoded); err != nil {
		panic(err)
	}
	withoutHTML := base64.StdEncoding.EncodeToString(bytes.TrimSuffix(raw.Bytes(), []byte("\n")))
	result.Raw = &withoutHTML
	return result
}

func main() {
	random := rand.New(rand.NewSource(20240207))
	vectors := []vector{}
	for _, input := range written {
		vectors = append(vectors, reencoded(input))
	}
	for i := 0; i < 250; i++ {
		vectors = append(vectors, reencoded(object(random, 0)))
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n\"go\": %q,\n\"vectors\": [\n", runtime.Version())
	for i, v := range vectors {
		line, _ := json.Marshal(v)
		out.Write(line)
		if i < len(vectors)-1 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
	}
	out.WriteString("]\n}\n")
	os.Stdout.Write(out.Bytes())
}

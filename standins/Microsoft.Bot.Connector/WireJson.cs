using System.Buffers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Connector;

/// <summary>
/// JSON as the protocol has it, through rented buffers. The official libraries indent what they send; white space means nothing on the wire,
/// so here there is none.
/// </summary>
internal static class WireJson
{
    /// <summary>Activities on their way to the connector: everything readable is written, anonymous objects too.</summary>
    public static readonly JsonSerializer ToConnector = Create(new DefaultContractResolver());

    private static readonly CharPool Chars = new();

    public static JsonSerializer Create(IContractResolver contracts)
    {
        var serializer = JsonSerializer.Create(new JsonSerializerSettings
        {
            NullValueHandling = NullValueHandling.Ignore,
            DateFormatHandling = DateFormatHandling.IsoDateFormat,
            DateTimeZoneHandling = DateTimeZoneHandling.Utc,
            ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
            ContractResolver = contracts,
        });
        serializer.MaxDepth = null;
        return serializer;
    }

    public static T Read<T>(string json) => string.IsNullOrEmpty(json) ? default : Read<T>(new StringReader(json), ToConnector);

    public static T Read<T>(in ReadOnlySequence<byte> utf8, JsonSerializer serializer)
    {
        var chars = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(checked((int)utf8.Length)));
        try
        {
            return Read<T>(new PooledReader(chars, Encoding.UTF8.GetChars(utf8, chars)), serializer);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    public static byte[] Write(object value, JsonSerializer serializer)
    {
        using var text = new PooledWriter();
        using (var writer = new JsonTextWriter(text) { ArrayPool = Chars, CloseOutput = false })
            serializer.Serialize(writer, value);

        return text.ToUtf8();
    }

    private static T Read<T>(TextReader text, JsonSerializer serializer)
    {
        using var reader = new JsonTextReader(text) { ArrayPool = Chars, MaxDepth = null };
        return serializer.Deserialize<T>(reader);
    }

    private sealed class CharPool : IArrayPool<char>
    {
        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[] array) => ArrayPool<char>.Shared.Return(array);
    }

    private sealed class PooledReader(char[] chars, int length) : TextReader
    {
        // A byte order mark is no part of the text.
        private int _at = length > 0 && chars[0] == '\uFEFF' ? 1 : 0;

        public override int Peek() => _at < length ? chars[_at] : -1;

        public override int Read() => _at < length ? chars[_at++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            count = Math.Min(count, length - _at);
            Array.Copy(chars, _at, buffer, index, count);
            _at += count;
            return count;
        }
    }

    private sealed class PooledWriter : TextWriter
    {
        private char[] _chars = ArrayPool<char>.Shared.Rent(4096);
        private int _length;

        public override Encoding Encoding => Encoding.UTF8;

        private ReadOnlySpan<char> Written => _chars.AsSpan(0, _length);

        // Not rented: a client may still hold what it sends when the answer is already there.
        public byte[] ToUtf8()
        {
            var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(Written));
            Encoding.UTF8.GetBytes(Written, bytes);
            return bytes;
        }

        public override void Write(char value) => Room(1)[0] = value;

        public override void Write(string value) => Write(value.AsSpan());

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer) => buffer.CopyTo(Room(buffer.Length));

        protected override void Dispose(bool disposing)
        {
            if (_chars.Length > 0)
                ArrayPool<char>.Shared.Return(_chars);

            _chars = [];
            base.Dispose(disposing);
        }

        private Span<char> Room(int count)
        {
            if (_chars.Length - _length < count)
            {
                var larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, _length + count));
                Written.CopyTo(larger);
                ArrayPool<char>.Shared.Return(_chars);
                _chars = larger;
            }

            var room = _chars.AsSpan(_length, count);
            _length += count;
            return room;
        }
    }
}

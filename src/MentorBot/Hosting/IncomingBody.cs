using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MentorBot.Hosting;

/// <summary>
/// What may come in: neither large nor slow nor deep. Looked at before anything reads it, for the SDK's reader has no limits of its
/// own, and follows what is nested without end until its stack is gone.
/// </summary>
public static class IncomingBody
{
    /// <summary>In bytes. Teams sends a hundred kilobytes at most; the longest form of ours, every character escaped, is below that.</summary>
    public const int Largest = 256 * 1024;

    /// <summary>Levels of objects and lists. What Teams sends has ten or so.</summary>
    public const int Deepest = 32;

    /// <summary>In bytes a second, after <see cref="Patience"/>: whoever sends slower keeps a connection busy for nothing.</summary>
    private const double Slowest = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly JsonReaderOptions Plain = new() { MaxDepth = Deepest };

    public static void Limit(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = Largest;
        limits.MinRequestBodyDataRate = new(Slowest, Patience);
        limits.RequestHeadersTimeout = Patience;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 64;
    }

    /// <summary>Whether it is JSON within the limits. It is still there to be read afterwards.</summary>
    /// <exception cref="BadHttpRequestException">Too large, too slow, or broken off.</exception>
    public static async ValueTask<bool> IsSound(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = request.BodyReader;
        ReadResult read;
        while (!(read = await body.ReadAsync(cancellationToken)).IsCompleted)
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);

        var isSound = IsSound(read.Buffer);
        body.AdvanceTo(read.Buffer.Start);
        return isSound;
    }

    private static bool IsSound(ReadOnlySequence<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Plain);
            while (reader.Read())
            {
                // Only whether it can be read counts.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

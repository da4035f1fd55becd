using System.Collections.Immutable;
using System.Security.Cryptography;
using MentorBot.Domain;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sealing;

/// <summary>
/// Seals words before they leave the process, and opens them again: AES-256-GCM under the owner's data key, bound to the
/// place where they stand.
/// </summary>
/// <remarks>
/// Sealed bytes are: format (1), key id (16), nonce (12), encrypted text (a multiple of 256), tag (16). A nonce is drawn for
/// every write; 2^32 writes under one key stay far from a repeated one.
/// </remarks>
public sealed class Sealer(DataKeys keys)
{
    private const byte Format = 1;

    /// <summary>For bytes that are no text: as they are, without padding.</summary>
    private const byte FormatOfBytes = 2;
    private const int KeyIdAt = 1;
    private const int NonceAt = KeyIdAt + 16;
    private const int TextAt = NonceAt + DataKey.NonceSize;

    /// <summary>The words as they may be stored at this place. Sealing the same words again gives other bytes.</summary>
    /// <exception cref="SealBrokenException">The owner's key was erased, or its row was changed.</exception>
#pragma warning disable RS0030 // Sealing is one of the places that need the words.
    public Task<byte[]> Seal(Owner owner, SealedPlace place, Confidential words, CancellationToken cancellationToken) =>
        Seal(owner, place, PaddedText.Write(words.Reveal()), cancellationToken);

    /// <summary>Several words as one, so that not even how many there are shows from outside.</summary>
    /// <param name="atLeast">In bytes, as UTF-8: all that come to less look alike.</param>
    /// <inheritdoc cref="Seal(Owner, SealedPlace, Confidential, CancellationToken)"/>
    public Task<byte[]> SealAll(Owner owner, SealedPlace place, IEnumerable<Confidential?> several, int atLeast, CancellationToken cancellationToken) =>
        Seal(owner, place, PaddedText.Write(SeveralTexts.Join(several.Select(words => words?.Reveal())), atLeast), cancellationToken);

    /// <summary>What <see cref="SealAll"/> sealed.</summary>
    /// <inheritdoc cref="Open"/>
    public async Task<ImmutableArray<Confidential?>> OpenAll(Owner owner, SealedPlace place, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        [.. SeveralTexts.Split((await Open(owner, place, bytes, cancellationToken)).Reveal()).Select(Confidential.From)];
#pragma warning restore RS0030

    private async Task<byte[]> Seal(Owner owner, SealedPlace place, byte[] text, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = new byte[TextAt + text.Length + DataKey.TagSize];
            while (!TrySeal(await keys.ForSealing(owner, cancellationToken), place, text, bytes))
            {
                // The key was dropped on the way here.
            }

            return bytes;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>The same; nothing where there are no words.</summary>
    public async ValueTask<byte[]?> SealIfAny(Owner owner, SealedPlace place, Confidential? words, CancellationToken cancellationToken) =>
        words is null ? null : await Seal(owner, place, words, cancellationToken);

    /// <summary>What the row holds at this place, opened; null where it holds nothing.</summary>
    /// <inheritdoc cref="Open"/>
    public async ValueTask<Confidential?> OpenIfAny(Owner owner, SealedPlace place, Row row, CancellationToken cancellationToken) =>
        row.BytesIfAny(place.Property) is { } bytes ? await Open(owner, place, bytes, cancellationToken) : null;

    /// <summary>The words that were sealed for this owner at this place.</summary>
    /// <exception cref="SealBrokenException">They were changed or moved, or are another owner's, or the key is gone.</exception>
    public async Task<Confidential> Open(Owner owner, SealedPlace place, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var length = bytes.Length - TextAt - DataKey.TagSize;
        if (length < PaddedText.Step || length % PaddedText.Step != 0 || bytes.Span[0] != Format)
            throw new SealBrokenException($"What stands at {place} was not sealed by this version of the product, or was cut.");

        var text = new byte[length];
        try
        {
            while (!TryOpen(owner, await keys.ForOpening(owner, cancellationToken), place, bytes.Span, text))
            {
                // The key was dropped on the way here.
            }

            return Confidential.From(PaddedText.Read(text)) ?? throw new SealBrokenException($"What stands at {place} is sealed, but holds no words.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Bytes that are no text, such as a part of a file.</summary>
    /// <exception cref="SealBrokenException">The owner's key was erased, or its row was changed.</exception>
    public async Task<byte[]> SealBytes(Owner owner, SealedPlace place, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        var bytes = new byte[TextAt + plain.Length + DataKey.TagSize];
        while (!TrySeal(await keys.ForSealing(owner, cancellationToken), place, plain.Span, bytes, FormatOfBytes))
        {
            // The key was dropped on the way here.
        }

        return bytes;
    }

    /// <summary>The bytes that were sealed for this owner at this place.</summary>
    /// <exception cref="SealBrokenException">They were changed or moved, or are another owner's, or the key is gone.</exception>
    public async Task<byte[]> OpenBytes(Owner owner, SealedPlace place, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var length = bytes.Length - TextAt - DataKey.TagSize;
        if (length < 0 || bytes.Span[0] != FormatOfBytes)
            throw new SealBrokenException($"What stands at {place} was not sealed by this version of the product, or was cut.");

        var plain = new byte[length];
        while (!TryOpen(owner, await keys.ForOpening(owner, cancellationToken), place, bytes.Span, plain, FormatOfBytes))
        {
            // The key was dropped on the way here.
        }

        return plain;
    }

    private static bool TrySeal(DataKey key, SealedPlace place, ReadOnlySpan<byte> text, Span<byte> bytes, byte format = Format)
    {
        bytes[0] = format;
        key.Id.TryWriteBytes(bytes[KeyIdAt..], bigEndian: true, out _);
        var nonce = bytes.Slice(NonceAt, DataKey.NonceSize);
        RandomNumberGenerator.Fill(nonce);
        return key.TryEncrypt(nonce, text, bytes.Slice(TextAt, text.Length), bytes[^DataKey.TagSize..], place.AssociatedData(format, key.Id));
    }

    private static bool TryOpen(Owner owner, DataKey key, SealedPlace place, ReadOnlySpan<byte> bytes, Span<byte> text, byte format = Format)
    {
        var sealedUnder = new Guid(bytes[KeyIdAt..NonceAt], bigEndian: true);
        if (sealedUnder != key.Id)
            throw new SealBrokenException($"What stands at {place} was sealed under key {sealedUnder:n}; that of {owner} is {key.Id:n}.");

        try
        {
            return key.TryDecrypt(bytes[NonceAt..TextAt], bytes.Slice(TextAt, text.Length), bytes[^DataKey.TagSize..], text, place.AssociatedData(format, key.Id));
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new SealBrokenException($"What stands at {place} was changed, or sealed for another place.", changed);
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using MentorBot.Storage.Rows;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Storage.Sealing;

/// <summary>The one row of an owner in the Keys table.</summary>
internal abstract record KeyRow
{
    public const string Key = "key";

    /// <summary>The row that stays of an erasure after which its owner began afresh.</summary>
    public const string Mark = "erased";

    private const string KeyIdName = "keyId";
    private const string MasterKeyIdName = "masterKeyId";
    private const string WrappedName = "wrapped";
    private const string ProofName = "proof";
    public const string ErasedAtName = "erasedAt";

    private KeyRow()
    {
    }

    public abstract Dictionary<string, object> ToProperties();

    /// <param name="Proof">That this key was made for this owner: without it, somebody who can write rows could give one
    /// owner the key of another, and an erasure would leave a copy.</param>
    public sealed record Living(Guid KeyId, WrappedKey Wrapped, byte[] Proof) : KeyRow
    {
        public override Dictionary<string, object> ToProperties() => new()
        {
            [KeyIdName] = KeyId.ToString("n"),
            [MasterKeyIdName] = Wrapped.MasterKeyId,
            [WrappedName] = Wrapped.Bytes,
            [ProofName] = Proof,
        };
    }

    /// <summary>The tombstone: nothing of the key is left, and none is made again.</summary>
    public sealed record Erased(Instant At) : KeyRow
    {
        public override Dictionary<string, object> ToProperties() => new() { [ErasedAtName] = InstantPattern.ExtendedIso.Format(At) };
    }

    /// <summary>When the key of this row was erased, be it the key's row or the mark; null for any other row.</summary>
    public static Instant? ErasedAt(Row? row) =>
        row?.Properties.GetValueOrDefault(ErasedAtName) is string at && InstantPattern.ExtendedIso.Parse(at) is { Success: true } instant ? instant.Value : null;

    /// <exception cref="SealBrokenException">The row is not one of ours.</exception>
    public static KeyRow From(Owner owner, Row row)
    {
        if (ErasedAt(row) is { } erased)
            return new Erased(erased);

        if (row.Properties.GetValueOrDefault(KeyIdName) is string keyId && Guid.TryParseExact(keyId, "n", out var id)
            && row.Properties.GetValueOrDefault(MasterKeyIdName) is string masterKeyId
            && row.Properties.GetValueOrDefault(WrappedName) is byte[] wrapped
            && row.Properties.GetValueOrDefault(ProofName) is byte[] proof)
            return new Living(id, new(masterKeyId, wrapped), proof);

        throw new SealBrokenException($"The key row of {owner} cannot be read.");
    }

    /// <summary>The key, if it is the one of this row; else wiped.</summary>
    /// <exception cref="SealBrokenException">It was not made for this owner.</exception>
    public static byte[] Proven(Owner owner, Living row, byte[] key)
    {
        if (key.Length == DataKey.Size && CryptographicOperations.FixedTimeEquals(row.Proof, ProofFor(owner, row.KeyId, key)))
            return key;
        CryptographicOperations.ZeroMemory(key);
        throw new SealBrokenException($"The data key in the row of {owner} was not made for {owner}.");
    }

    public static byte[] ProofFor(Owner owner, Guid keyId, ReadOnlySpan<byte> key) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"data key {keyId:n} of {owner.Key}"));
}

using System.Security.Cryptography;
using System.Text;
using MentorBot.Storage.Sealing;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// The key wrapper of the embedded default: a 256-bit master key in a file that only the bot's account may read. Whoever
/// has this file and the data can read everything; without it the data is noise, for its keeper too.
/// </summary>
/// <remarks>
/// The file is 88 bytes: a mark (8), the master key's id (16, random: it tells nothing of the key), the key (32), and a
/// checksum of these (32), so that a damaged key is refused before anything is wrapped under it. Data keys are wrapped with
/// AES-256-GCM rather than AES key wrap, because it can bind the master key's id. Where there are no Unix rights
/// (Windows), the folder's own protect the file.
/// </remarks>
public sealed class KeyFile : IKeyWrapper, IDisposable
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const byte WrapFormat = 1;
    private const int IdAt = 8;
    private const int KeyAt = IdAt + 16;
    private const int ChecksumAt = KeyAt + KeySize;
    private const int FileSize = ChecksumAt + SHA256.HashSizeInBytes;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock gate = new();
    private readonly AesGcm master;
    private readonly byte[] associatedData;

    private KeyFile(Guid id, ReadOnlySpan<byte> key)
    {
        MasterKeyId = $"keyfile-{id:n}";
        associatedData = Encoding.UTF8.GetBytes($"data key wrapped by {MasterKeyId}");
        master = new(key, TagSize);
    }

    private static ReadOnlySpan<byte> Mark => "MBKEY 1\n"u8;

    /// <summary>Random and kept in the file; may be logged.</summary>
    public string MasterKeyId { get; }

    /// <summary>Opens a key file that must be there: where there is data already, a new key would open none of it.</summary>
    public static KeyFileOpening Open(string path) => Guard(path, () => Load(path, isNew: false));

    /// <summary>Opens the key file, or makes one, and its folder, if there is none. Of several who make it at once one does; all use that one.</summary>
    public static KeyFileOpening OpenOrCreate(string path) => Guard(path, () =>
    {
        var isNew = !File.Exists(path) && TryCreate(path);
        return Load(path, isNew);
    });

    public Task<WrappedKey> Wrap(ReadOnlyMemory<byte> dataKey, CancellationToken cancellationToken)
    {
        if (dataKey.Length != KeySize)
            throw new ArgumentException($"A data key has {KeySize} bytes.", nameof(dataKey));

        var bytes = new byte[1 + NonceSize + KeySize + TagSize];
        bytes[0] = WrapFormat;
        var nonce = bytes.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        lock (gate)
            master.Encrypt(nonce, dataKey.Span, bytes.AsSpan(1 + NonceSize, KeySize), bytes.AsSpan(^TagSize..), associatedData);
        return Task.FromResult(new WrappedKey(MasterKeyId, bytes));
    }

    public Task<byte[]> Unwrap(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        if (wrapped.MasterKeyId != MasterKeyId)
            throw new SealBrokenException($"A data key was wrapped by the master key {wrapped.MasterKeyId}, but the key file holds {MasterKeyId}. Put the key file that belongs to this data in its place.");
        if (wrapped.Bytes.Length != 1 + NonceSize + KeySize + TagSize || wrapped.Bytes[0] != WrapFormat)
            throw new SealBrokenException($"A data key said to be wrapped by {MasterKeyId} has another form.");

        var bytes = wrapped.Bytes.AsSpan();
        var dataKey = new byte[KeySize];
        try
        {
            lock (gate)
                master.Decrypt(bytes.Slice(1, NonceSize), bytes.Slice(1 + NonceSize, KeySize), bytes[^TagSize..], dataKey, associatedData);
            return Task.FromResult(dataKey);
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new SealBrokenException($"A data key wrapped by {MasterKeyId} was changed since.", changed);
        }
    }

    /// <summary>The cipher wipes the key when it is freed.</summary>
    public void Dispose()
    {
        lock (gate)
            master.Dispose();
    }

    private static KeyFileOpening Guard(string path, Func<KeyFileOpening> open)
    {
        try
        {
            return open();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new KeyFileOpening.Refused($"There is no key file at {path}. Put back the one that belongs to this data; without it, what is sealed stays closed.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new KeyFileOpening.Refused($"The key file {path} cannot be used: {failure.Message}");
        }
    }

    private static KeyFileOpening Load(string path, bool isNew)
    {
        Span<byte> content = stackalloc byte[FileSize + 1];
        try
        {
            using var handle = File.OpenHandle(path);
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(handle) is var rights && (rights & ~OwnerOnly) != 0)
                return new KeyFileOpening.Refused($"Others may use the key file {path}: its rights are {Convert.ToString((int)rights, 8).PadLeft(4, '0')}. Take them away (chmod 600), and ask who may have read it.");

            if (RandomAccess.Read(handle, content, 0) != FileSize || !content.StartsWith(Mark) || !HasChecksum(content))
                return new KeyFileOpening.Refused($"The key file {path} is damaged or not a key file. Put back the one that belongs to this data; without it, what is sealed stays closed.");

            return new KeyFileOpening.Opened(new(new Guid(content[IdAt..KeyAt], bigEndian: true), content[KeyAt..ChecksumAt]), isNew);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static bool HasChecksum(ReadOnlySpan<byte> content) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(content[..ChecksumAt]), content[ChecksumAt..FileSize]);

    /// <summary>False when somebody else made it meanwhile.</summary>
    private static bool TryCreate(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = $"{path}.{Guid.NewGuid():n}.new";
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);

        try
        {
            WriteNewKey(temporary);
            return OperatingSystem.IsWindows() ? TryMove(temporary, path) : Posix.TryLink(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
            if (!OperatingSystem.IsWindows())
                Posix.SyncFolder(folder);
        }
    }

    private static void WriteNewKey(string path)
    {
        Span<byte> content = stackalloc byte[FileSize];
        try
        {
            Mark.CopyTo(content);
            RandomNumberGenerator.Fill(content[IdAt..ChecksumAt]);
            SHA256.HashData(content[..ChecksumAt], content[ChecksumAt..]);

            // Unbuffered: a buffer would be one more copy of the key.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            using var stream = new FileStream(path, options);
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static bool TryMove(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }
}

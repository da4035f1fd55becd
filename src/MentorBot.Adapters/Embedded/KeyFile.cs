using System.Security.Cryptography;
using MentorBot.Storage.Sealing;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// The key wrapper of the embedded default: a 256-bit master key in a file that only the bot's account may read. Whoever
/// has this file and the data can read everything; without it the data is noise, for its keeper too.
/// </summary>
/// <remarks>
/// The file is 88 bytes: a mark (8), the master key's id (16, random: it tells nothing of the key), the key (32), and a
/// checksum of these (32), so that a damaged key is refused before anything is wrapped under it. Where there are no Unix rights
/// (Windows), the folder's own protect the file. While it is rotated the new master key lies beside the old one in a second file:
/// both open, the new one wraps; when nothing is left under the old one, the new file takes its place. So a rotation may break off
/// anywhere, and the bot may run before it is gone on with.
/// </remarks>
public sealed class KeyFile : IKeyWrapper, IDisposable
{
    private const int IdAt = 8;
    private const int KeyAt = IdAt + 16;
    private const int ChecksumAt = KeyAt + MasterKey.Size;
    private const int FileSize = ChecksumAt + SHA256.HashSizeInBytes;
    private const string Next = ".next";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path;
    private MasterKey current;
    private MasterKey? next;

    private KeyFile(string path, MasterKey current, MasterKey? next)
    {
        this.path = path;
        this.current = current;
        this.next = next;
    }

    private static ReadOnlySpan<byte> Mark => "MBKEY 1\n"u8;

    /// <summary>Of the key that wraps. Random and kept in the file; may be logged.</summary>
    public string MasterKeyId => (next ?? current).Id;

    /// <summary>Opens a key file that must be there: where there is data already, a new key would open none of it.</summary>
    public static KeyFileOpening Open(string path) => Guard(path, () =>
    {
        try
        {
            return Load(path, isNew: false);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new KeyFileOpening.Refused($"There is no key file at {path}. Put back the one that belongs to this data; without it, what is sealed stays closed.");
        }
    });

    /// <summary>Opens the key file, or makes one, and its folder, if there is none. Of several who make it at once one does; all use that one.</summary>
    public static KeyFileOpening OpenOrCreate(string path) => Guard(path, () =>
    {
        var isNew = !File.Exists(path) && TryCreate(path);
        return Load(path, isNew);
    });

    public Task<WrappedKey> Wrap(ReadOnlyMemory<byte> dataKey, CancellationToken cancellationToken) => Task.FromResult((next ?? current).Wrap(dataKey.Span));

    public Task<byte[]> Unwrap(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        if (wrapped.MasterKeyId == current.Id)
            return Task.FromResult(current.Unwrap(wrapped.Bytes));
        if (wrapped.MasterKeyId == next?.Id)
            return Task.FromResult(next.Unwrap(wrapped.Bytes));
        throw new SealBrokenException($"A data key was wrapped by the master key {wrapped.MasterKeyId}, but the key file holds {MasterKeyId}. Put the key file that belongs to this data in its place.");
    }

    /// <summary>
    /// Begins a rotation, or goes on with one that broke off: from now on a new master key wraps, and both open. Only while nobody else
    /// has this file open, who would not know the new one.
    /// </summary>
    /// <exception cref="IOException"/>
    /// <exception cref="InvalidDataException">The new key's file is there and cannot be used; the message says why.</exception>
    public void BeginRotation()
    {
        if (next is not null)
            return;
        TryCreate(path + Next);
        next = LoadKey(path + Next);
    }

    /// <summary>Ends it, once nothing is left that the old master key has to open: the new one's file takes the place of the old.</summary>
    /// <exception cref="IOException"/>
    public void FinishRotation()
    {
        if (next is null)
            return;
        File.Move(path + Next, path, overwrite: true);
        if (!OperatingSystem.IsWindows())
            Posix.SyncFolder(FolderOf(path));
        current.Dispose();
        (current, next) = (next, null);
    }

    public void Dispose()
    {
        current.Dispose();
        next?.Dispose();
    }

    private static KeyFileOpening Guard(string path, Func<KeyFileOpening> open)
    {
        try
        {
            return open();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new KeyFileOpening.Refused($"The key file {path} cannot be used: {failure.Message}");
        }
    }

    private static KeyFileOpening Load(string path, bool isNew)
    {
        MasterKey? current = null;
        try
        {
            current = LoadKey(path);
            return new KeyFileOpening.Opened(new(path, current, File.Exists(path + Next) ? LoadKey(path + Next) : null), isNew);
        }
        catch (InvalidDataException refused)
        {
            current?.Dispose();
            return new KeyFileOpening.Refused(refused.Message);
        }
    }

    private static MasterKey LoadKey(string path)
    {
        Span<byte> content = stackalloc byte[FileSize + 1];
        try
        {
            using var handle = File.OpenHandle(path);
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(handle) is var rights && (rights & ~OwnerOnly) != 0)
                throw new InvalidDataException($"Others may use the key file {path}: its rights are {Convert.ToString((int)rights, 8).PadLeft(4, '0')}. Take them away (chmod 600), and ask who may have read it.");

            if (RandomAccess.Read(handle, content, 0) != FileSize || !content.StartsWith(Mark) || !HasChecksum(content))
                throw new InvalidDataException($"The key file {path} is damaged or not a key file. Put back the one that belongs to this data; without it, what is sealed stays closed.");

            return new(new Guid(content[IdAt..KeyAt], bigEndian: true), content[KeyAt..ChecksumAt]);
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
        var folder = FolderOf(path);
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

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

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

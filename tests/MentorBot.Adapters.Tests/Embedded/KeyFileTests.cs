using System.Diagnostics;
using System.Security.Cryptography;
using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Sealing;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class KeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keys").FullName;
    private readonly byte[] dataKey = RandomNumberGenerator.GetBytes(32);

    private string PathOfFile => Path.Combine(folder, "data", "master.key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_key_wrapped_before_a_restart_is_unwrapped_after_it()
    {
        WrappedKey wrapped;
        using (var before = Opened(KeyFile.OpenOrCreate(PathOfFile)))
            wrapped = await before.Wrap(dataKey, CancellationToken.None);

        using var after = Opened(KeyFile.OpenOrCreate(PathOfFile));

        Assert.Equal(dataKey, await after.Unwrap(wrapped, CancellationToken.None));
        Assert.Equal(after.MasterKeyId, wrapped.MasterKeyId);
    }

    [Fact]
    public void It_says_whether_the_key_is_new()
    {
        Assert.True(Assert.IsType<KeyFileOpening.Opened>(KeyFile.OpenOrCreate(PathOfFile)).IsNew);
        Assert.False(Assert.IsType<KeyFileOpening.Opened>(KeyFile.OpenOrCreate(PathOfFile)).IsNew);
        Assert.False(Assert.IsType<KeyFileOpening.Opened>(KeyFile.Open(PathOfFile)).IsNew);
    }

    [UnixFact]
    public void Only_the_owner_may_read_the_file_and_its_folder()
    {
        Opened(KeyFile.OpenOrCreate(PathOfFile)).Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(PathOfFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(Path.GetDirectoryName(PathOfFile)!));
    }

    [Fact]
    public void Nothing_else_is_left_in_the_folder()
    {
        Opened(KeyFile.OpenOrCreate(PathOfFile)).Dispose();

        Assert.Equal([PathOfFile], Directory.GetFiles(Path.GetDirectoryName(PathOfFile)!));
    }

    [Fact]
    public void Many_who_start_at_once_end_with_one_key()
    {
        for (var round = 0; round < 25; round++)
        {
            var path = Path.Combine(folder, $"{round}", "master.key");
            using var start = new Barrier(8);
            var openings = new KeyFileOpening[8];
            var threads = Enumerable.Range(0, openings.Length).Select(n => new Thread(() =>
            {
                start.SignalAndWait();
                openings[n] = KeyFile.OpenOrCreate(path);
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());

            Assert.Single(openings.Select(opening => Opened(opening).MasterKeyId).Distinct());
            Assert.Single(openings, opening => ((KeyFileOpening.Opened)opening).IsNew);
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
    }

    [Fact]
    public void Where_there_must_be_a_key_none_is_made()
    {
        Assert.StartsWith($"There is no key file at {PathOfFile}. ", Reason(KeyFile.Open(PathOfFile)), StringComparison.Ordinal);
        Assert.False(File.Exists(PathOfFile));
    }

    [UnixTheory]
    [InlineData(UnixFileMode.GroupRead, "0640")]
    [InlineData(UnixFileMode.OtherRead, "0604")]
    [InlineData(UnixFileMode.GroupWrite, "0620")]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.OtherRead, "0644")]
    public void A_file_that_others_may_use_is_refused(UnixFileMode more, string shown)
    {
        Opened(KeyFile.OpenOrCreate(PathOfFile)).Dispose();
        SetMode(PathOfFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);

        Assert.StartsWith($"Others may use the key file {PathOfFile}: its rights are {shown}. ", Reason(KeyFile.OpenOrCreate(PathOfFile)), StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_file_that_its_owner_may_only_read_is_fine()
    {
        Opened(KeyFile.OpenOrCreate(PathOfFile)).Dispose();
        SetMode(PathOfFile, UnixFileMode.UserRead);

        Opened(KeyFile.OpenOrCreate(PathOfFile)).Dispose();
    }

    [Fact]
    public void A_file_cut_anywhere_or_longer_is_refused_and_left_as_it_is()
    {
        Opened(KeyFile.OpenOrCreate(PathOfFile)).Dispose();
        var whole = File.ReadAllBytes(PathOfFile);

        for (var length = 0; length < whole.Length; length++)
            RefusesAsDamaged(whole[..length]);
        RefusesAsDamaged([.. whole, 0]);
        RefusesAsDamaged([.. whole, .. whole]);
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_the_file_is_refused()
    {
        Opened(KeyFile.OpenOrCreate(PathOfFile)).Dispose();
        var content = File.ReadAllBytes(PathOfFile);

        for (var bit = 0; bit < content.Length * 8; bit++)
        {
            content[bit / 8] ^= (byte)(1 << (bit % 8));
            RefusesAsDamaged(content);
            content[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_with_a_reason()
    {
        File.WriteAllText(Path.Combine(folder, "data"), "in the way");

        Assert.StartsWith($"The key file {PathOfFile} cannot be used: ", Reason(KeyFile.OpenOrCreate(PathOfFile)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_wrapped_by_another_master_key_names_both()
    {
        using var one = Opened(KeyFile.OpenOrCreate(PathOfFile));
        using var other = Opened(KeyFile.OpenOrCreate(PathOfFile + "2"));
        var wrapped = await one.Wrap(dataKey, CancellationToken.None);

        var error = await Assert.ThrowsAsync<SealBrokenException>(() => other.Unwrap(wrapped, CancellationToken.None));

        Assert.Contains(one.MasterKeyId, error.Message, StringComparison.Ordinal);
        Assert.Contains(other.MasterKeyId, error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SealBrokenException>(() => other.Unwrap(wrapped with { MasterKeyId = other.MasterKeyId }, CancellationToken.None));
    }

    [Fact]
    public async Task A_wrapped_key_with_a_flipped_bit_or_a_cut_is_refused()
    {
        using var keyFile = Opened(KeyFile.OpenOrCreate(PathOfFile));
        var wrapped = await keyFile.Wrap(dataKey, CancellationToken.None);

        for (var bit = 0; bit < wrapped.Bytes.Length * 8; bit++)
        {
            wrapped.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await Assert.ThrowsAsync<SealBrokenException>(() => keyFile.Unwrap(wrapped, CancellationToken.None));
            wrapped.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        for (var length = 0; length < wrapped.Bytes.Length; length++)
            await Assert.ThrowsAsync<SealBrokenException>(() => keyFile.Unwrap(wrapped with { Bytes = wrapped.Bytes[..length] }, CancellationToken.None));
        Assert.Equal(dataKey, await keyFile.Unwrap(wrapped, CancellationToken.None));
    }

    [Fact]
    public async Task The_same_key_wraps_differently_each_time()
    {
        using var keyFile = Opened(KeyFile.OpenOrCreate(PathOfFile));

        Assert.NotEqual((await keyFile.Wrap(dataKey, CancellationToken.None)).Bytes, (await keyFile.Wrap(dataKey, CancellationToken.None)).Bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public async Task Only_keys_of_256_bits_are_wrapped(int size)
    {
        using var keyFile = Opened(KeyFile.OpenOrCreate(PathOfFile));

        await Assert.ThrowsAsync<ArgumentException>(() => keyFile.Wrap(new byte[size], CancellationToken.None));
    }

    [Fact]
    public async Task Many_wrap_and_unwrap_at_once()
    {
        using var keyFile = Opened(KeyFile.OpenOrCreate(PathOfFile));

        await Parallel.ForAsync(0, 500, async (n, _) =>
        {
            var key = RandomNumberGenerator.GetBytes(32);
            Assert.Equal(key, await keyFile.Unwrap(await keyFile.Wrap(key, CancellationToken.None), CancellationToken.None));
        });
    }

    [Fact]
    public async Task Nothing_that_can_be_shown_holds_the_key()
    {
        using var keyFile = Opened(KeyFile.OpenOrCreate(PathOfFile));
        var master = File.ReadAllBytes(PathOfFile)[24..56];
        var wrapped = await keyFile.Wrap(dataKey, CancellationToken.None);
        string[] shown =
        [
            keyFile.ToString()!,
            KeyFile.Open(PathOfFile).ToString()!,
            System.Text.Json.JsonSerializer.Serialize(keyFile),
            wrapped.ToString(),
            (await Assert.ThrowsAsync<SealBrokenException>(() => keyFile.Unwrap(wrapped with { MasterKeyId = "x" }, CancellationToken.None))).ToString(),
            (await Assert.ThrowsAsync<SealBrokenException>(() => keyFile.Unwrap(wrapped with { Bytes = [1, .. new byte[60]] }, CancellationToken.None))).ToString(),
        ];

        foreach (var key in new[] { master, dataKey })
        {
            Assert.All(shown, text => Assert.DoesNotContain(Convert.ToHexString(key), text, StringComparison.OrdinalIgnoreCase));
            Assert.All(shown, text => Assert.DoesNotContain(Convert.ToBase64String(key), text, StringComparison.Ordinal));
            Assert.True(wrapped.Bytes.AsSpan().IndexOf(key) < 0);
        }
    }

    [Fact]
    public async Task After_it_is_disposed_the_key_cannot_be_used()
    {
        var keyFile = Opened(KeyFile.OpenOrCreate(PathOfFile));
        keyFile.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => keyFile.Wrap(dataKey, CancellationToken.None));
    }

    private static KeyFile Opened(KeyFileOpening opening) => opening switch
    {
        KeyFileOpening.Opened opened => opened.KeyFile,
        var refused => throw new InvalidOperationException(refused.ToString()),
    };

    private static string Reason(KeyFileOpening opening) => Assert.IsType<KeyFileOpening.Refused>(opening).Reason;

    private void RefusesAsDamaged(byte[] content)
    {
        File.WriteAllBytes(PathOfFile, content);
        Assert.StartsWith($"The key file {PathOfFile} is damaged or not a key file. ", Reason(KeyFile.OpenOrCreate(PathOfFile)), StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllBytes(PathOfFile));
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? throw new UnreachableException() : File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    private sealed class UnixFactAttribute : FactAttribute
    {
        public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such rights." : null;
    }

    private sealed class UnixTheoryAttribute : TheoryAttribute
    {
        public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such rights." : null;
    }
}

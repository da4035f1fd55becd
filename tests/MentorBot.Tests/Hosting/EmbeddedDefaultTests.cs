using MentorBot.Hosting;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Tests.Hosting;

/// <summary>What the bot leaves on this machine, and when it would rather not start.</summary>
public sealed class EmbeddedDefaultTests : IDisposable
{
    private const UnixFileMode OthersRights =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("embedded-");
    private readonly string folder;

    public EmbeddedDefaultTests() => folder = Path.Combine(parent.FullName, "data");

    public void Dispose() => parent.Delete(recursive: true);

    [Fact]
    public async Task A_fresh_folder_and_what_is_in_it_are_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using var app = Build();
        Open(app);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        var files = Directory.GetFiles(folder);
        Assert.Contains(files, file => file.EndsWith("master.key", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("rows.db", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("queue.db", StringComparison.Ordinal));
        foreach (var file in files)
            Assert.True((File.GetUnixFileMode(file) & OthersRights) == 0, file);
    }

    [Fact]
    public async Task The_same_folder_opens_again_with_the_same_key()
    {
        string first, second;
        await using (var app = Build())
            first = Open(app);
        await using (var app = Build())
            second = Open(app);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Rows_without_their_key_are_not_given_a_new_one()
    {
        await using (var app = Build())
            Open(app);
        File.Delete(Path.Combine(folder, "master.key"));

        await using var again = Build();
        var refusal = Assert.Throws<CannotStartException>(() => again.Services.GetRequiredService<IKeyWrapper>());

        Assert.Contains("master.key", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "master.key")));
    }

    [Fact]
    public async Task Beside_a_storage_account_that_holds_data_keys_no_new_one_is_made()
    {
        var account = new MemoryRowStore();
        await SomethingSealed.In(account, Path.Combine(parent.FullName, "elsewhere", "master.key"));

        await using var app = BuildOn(account);
        var refusal = Assert.Throws<CannotStartException>(() => app.Services.GetRequiredService<IKeyWrapper>());

        Assert.Contains($"There is no key file at {Path.Combine(folder, "master.key")}. Put back the one that belongs to this data", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Beside_an_empty_storage_account_the_first_start_makes_one()
    {
        await using var app = BuildOn(new MemoryRowStore());

        app.Services.GetRequiredService<IKeyWrapper>();

        Assert.True(File.Exists(Path.Combine(folder, "master.key")));
    }

    [Fact]
    public async Task A_damaged_key_is_refused()
    {
        await using (var app = Build())
            Open(app);
        var path = Path.Combine(folder, "master.key");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[40] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await using var again = Build();

        Assert.Throws<CannotStartException>(() => again.Services.GetRequiredService<IKeyWrapper>());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_not_taken_for_a_key_that_is_lost()
    {
        await File.WriteAllTextAsync(folder, "a file in its place");

        await using var app = Build();
        var refusal = Assert.Throws<CannotStartException>(() => app.Services.GetRequiredService<IKeyWrapper>());

        Assert.StartsWith($"The key file {Path.Combine(folder, "master.key")} cannot be used: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_belongs_to_one_bot_at_a_time()
    {
        await using var one = Build();
        Open(one);
        await using var another = Build();

        var refusal = Assert.Throws<RowStoreUnavailableException>(() => another.Services.GetRequiredService<IRowStore>());

        Assert.Contains(folder, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The key before the rows, as a start does.</summary>
    /// <returns>The key's id.</returns>
    private static string Open(WebApplication app)
    {
        var key = (Adapters.Embedded.KeyFile)app.Services.GetRequiredService<IKeyWrapper>();
        app.Services.GetRequiredService<IRowStore>();
        app.Services.GetRequiredService<IWorkQueue>();
        return key.MasterKeyId;
    }

    private WebApplication BuildOn(IRowStore account) => BotHost.Build(
        TestTown.Settings("Storage:Kind=Azure", "Storage:ConnectionString=nonsense", $"Data:Folder={folder}"), SystemClock.Instance, worksInBackground: false, builder => builder.Services.AddSingleton(account));

    private WebApplication Build() => BotHost.Build(
        TestTown.Settings($"Data:Folder={folder}") with { Urls = ["http://127.0.0.1:0"] }, SystemClock.Instance, worksInBackground: false);
}

using Azure.Core;
using MentorBot.Adapters.Network;
using MentorBot.Hosting;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Services;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Tests.Hosting;

/// <summary>The host with the master key in a vault.</summary>
public sealed class KeyVaultTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vault-");
    private LocalVault vault = null!;

    public async Task InitializeAsync() => vault = await LocalVault.Start();

    public async Task DisposeAsync()
    {
        await vault.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task By_one_setting_the_vault_wraps_and_there_is_no_key_file()
    {
        await using var app = Build();
        app.Services.GetRequiredService<IRowStore>();
        var keeper = app.Services.GetRequiredService<IKeyWrapper>();

        var wrapped = await keeper.Wrap(new byte[32], default);

        Assert.Equal(vault.CurrentId, wrapped.MasterKeyId);
        Assert.Equal(new byte[32], await keeper.Unwrap(wrapped, default));
        Assert.Empty(Directory.GetFiles(folder.FullName, "master.key*"));
    }

    [Fact]
    public async Task A_new_version_of_the_vaults_key_takes_over_all_data_keys()
    {
        await using var app = Build();
        var sealer = app.Services.GetRequiredService<Sealer>();
        var place = new SealedPlace(new(Table.People, "contoso|somebody"), "offer", "about", 1, 1);
        var owners = Enumerable.Range(0, 3).Select(number => Owner.Person(new("contoso"), new($"person-{number}"))).ToList();
        foreach (var owner in owners)
            await sealer.Seal(owner, place, Domain.Confidential.From("words")!, default);
        vault.Rotate();
        var (first, second) = (new RotationCount(), new RotationCount());

        await app.Services.GetRequiredService<KeyRotation>().Run(first, default);
        await app.Services.GetRequiredService<KeyRotation>().Run(second, default);

        Assert.Equal((3, 0), (first.Rewrapped, first.Current));
        Assert.Equal((0, 3), (second.Rewrapped, second.Current));
        foreach (var owner in owners)
            Assert.Equal(vault.CurrentId, (await app.Services.GetRequiredService<IRowStore>().Get(new(Table.Keys, owner.Key), "key", default))!.Properties["masterKeyId"]);
    }

    private WebApplication Build()
    {
        var settings = TestTown.Settings() with { DataFolder = folder.FullName };
        return BotHost.Build(settings with { Services = settings.Services with { MasterKey = vault.Key } }, SystemClock.Instance, worksInBackground: false, builder => builder.Services
            .AddSingleton<TokenCredential>(new FixedCredential(LocalVault.Token))
            .AddSingleton(_ => TestCertificate.Shared.Network()));
    }
}

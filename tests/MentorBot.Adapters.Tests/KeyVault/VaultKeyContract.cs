using MentorBot.Adapters.KeyVault;
using MentorBot.Adapters.Network;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Services;

namespace MentorBot.Adapters.Tests.KeyVault;

public sealed class VaultKeyContract : KeyWrapperContract, IAsyncLifetime
{
    private readonly ServiceNetwork network = TestCertificate.Shared.Network();
    private LocalVault vault = null!;
    private LocalVault another = null!;

    public async Task InitializeAsync() => (vault, another) = (await LocalVault.Start(), await LocalVault.Start());

    public async Task DisposeAsync()
    {
        network.Dispose();
        await vault.DisposeAsync();
        await another.DisposeAsync();
    }

    protected override Task<(IKeyWrapper One, IKeyWrapper Another)> Open() => Task.FromResult<(IKeyWrapper, IKeyWrapper)>((Keeper(vault), Keeper(another)));

    private VaultKey Keeper(LocalVault of) => new(of.Key, new FixedCredential(LocalVault.Token), network);
}

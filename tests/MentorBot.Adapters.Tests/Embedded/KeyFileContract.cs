using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Sealing;
using MentorBot.Testing.Services;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class KeyFileContract : KeyWrapperContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("keys-");

    public void Dispose() => folder.Delete(recursive: true);

    protected override Task<(IKeyWrapper One, IKeyWrapper Another)> Open() => Task.FromResult<(IKeyWrapper, IKeyWrapper)>((Keeper("one.key"), Keeper("another.key")));

    private KeyFile Keeper(string name) => KeyFiles.At(Path.Combine(folder.FullName, name));
}

using System.Security.Cryptography;
using Azure.Core;
using Azure.Identity;
using MentorBot.Adapters.KeyVault;
using MentorBot.Adapters.Network;
using MentorBot.Domain;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Services;
using NodaTime;

namespace MentorBot.Adapters.Tests.KeyVault;

public sealed class VaultKeyTests : IAsyncLifetime
{
    private static readonly VaultPatience Quick = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(1));
    private readonly byte[] dataKey = RandomNumberGenerator.GetBytes(32);
    private readonly ServiceNetwork network = TestCertificate.Shared.Network();
    private readonly FixedCredential credential = new(LocalVault.Token);
    private LocalVault vault = null!;

    public async Task InitializeAsync() => vault = await LocalVault.Start();

    public async Task DisposeAsync()
    {
        network.Dispose();
        await vault.DisposeAsync();
    }

    [Fact]
    public async Task What_is_wrapped_names_the_current_version_and_opens_after_a_rotation()
    {
        var before = await Keeper().Wrap(dataKey, default);
        Assert.Equal(vault.CurrentId, before.MasterKeyId);

        vault.Rotate();
        var after = await Keeper().Wrap(dataKey, default);

        Assert.Equal(vault.CurrentId, after.MasterKeyId);
        Assert.NotEqual(before.MasterKeyId, after.MasterKeyId);
        Assert.Equal(dataKey, await Keeper().Unwrap(before, default));
        Assert.Equal(dataKey, await Keeper().Unwrap(after, default));
    }

    [Theory]
    [InlineData("https://contoso.vault.azure.net/keys/mentorbot", "https://vault.azure.net/.default")]
    [InlineData("https://contoso.vault.azure.cn/keys/mentorbot", "https://vault.azure.cn/.default")]
    [InlineData("https://contoso.vault.usgovcloudapi.net/keys/mentorbot", "https://vault.usgovcloudapi.net/.default")]
    [InlineData("https://contoso.managedhsm.azure.net/keys/mentorbot", "https://managedhsm.azure.net/.default")]
    [InlineData("https://localhost/keys/mentorbot", "https://localhost/.default")]
    public async Task The_token_is_for_the_vaults_of_that_cloud(string key, string scope)
    {
        using var nowhere = new ServiceNetwork(() => new SocketsHttpHandler { ConnectCallback = (_, _) => throw new IOException("There is no network here.") });
        var keeper = new VaultKey(new(key), credential, nowhere, Quick);

        await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => keeper.Wrap(dataKey, default));

        Assert.Equal(scope, credential.Scopes.Distinct().Single());
    }

    [Fact]
    public async Task A_forged_row_sends_the_bot_nowhere()
    {
        var wrapped = await Keeper().Wrap(dataKey, default);
        var version = wrapped.MasterKeyId[(vault.Key.ToString().Length + 1)..];
        var asked = vault.Requests;
        await using var elsewhere = await LocalVault.Start();
        string[] forged =
        [
            $"{elsewhere.Key}/{version}", $"{vault.Key}/../../secrets/{version}", $"{vault.Key}/{version}/x", $"{vault.Key}/{version}?x", $"{vault.Key}/", $"{vault.Key}",
            $"{vault.Key}2/{version}", $"{vault.Key}/{new string('a', 65)}", version, "", "keyfile-1", $"http{vault.Key.ToString()[5..]}/{version}", $"{vault.Key}/..", $"{vault.Key}/%2e%2e",
        ];

        foreach (var id in forged)
            await Assert.ThrowsAsync<SealBrokenException>(() => Keeper().Unwrap(wrapped with { MasterKeyId = id }, default));

        Assert.Equal((asked, 0), (vault.Requests, elsewhere.Requests));
    }

    [Fact]
    public async Task A_version_that_never_was_is_a_broken_seal()
    {
        var wrapped = await Keeper().Wrap(dataKey, default);

        await Assert.ThrowsAsync<SealBrokenException>(() => Keeper().Unwrap(wrapped with { MasterKeyId = $"{vault.Key}/{Guid.NewGuid():n}" }, default));
    }

    [Fact]
    public async Task A_key_that_somebody_deleted_is_no_broken_seal()
    {
        var wrapped = await Keeper().Wrap(dataKey, default);
        vault.HasKey = false;

        Assert.Contains("recover", (await FailsToWrap()).Message, StringComparison.Ordinal);
        Assert.Contains("recover", (await FailsToUnwrap(wrapped)).Message, StringComparison.Ordinal);

        vault.HasKey = true;
        Assert.Equal(dataKey, await Keeper().Unwrap(wrapped, default));
    }

    [Fact]
    public async Task What_unwraps_to_another_length_is_a_broken_seal()
    {
        var wrapped = await Keeper().Wrap(dataKey, default);
        vault.Next(new VaultFault.Answer($$"""{"kid":"{{vault.CurrentId}}","value":"AAAA"}"""));

        await Assert.ThrowsAsync<SealBrokenException>(() => Keeper().Unwrap(wrapped, default));
    }

    public static TheoryData<VaultFault> PassingFaults =>
        [new VaultFault.Status(429, RetryAfter: 0), new VaultFault.Status(429), new VaultFault.Status(500), new VaultFault.Status(503), new VaultFault.Status(408), new VaultFault.LoseAnswer()];

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task What_passes_is_tried_again(VaultFault fault)
    {
        vault.Next(fault, fault);
        var wrapped = await Keeper().Wrap(dataKey, default);
        vault.Next(fault, fault, fault);

        Assert.Equal(dataKey, await Keeper().Unwrap(wrapped, default));
        Assert.Equal(7, vault.Requests);
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task What_does_not_pass_is_an_outage_and_no_broken_seal(VaultFault fault)
    {
        var wrapped = await Keeper().Wrap(dataKey, default);
        vault.Next(Enumerable.Repeat(fault, 4));

        await FailsToUnwrap(wrapped);

        Assert.Equal(5, vault.Requests);
        vault.Next(Enumerable.Repeat(fault, 4));
        await FailsToWrap();
    }

    [Fact]
    public async Task A_vault_that_says_nothing_is_an_outage()
    {
        var wrapped = await Keeper().Wrap(dataKey, default);
        vault.Next(Enumerable.Repeat(new VaultFault.Stall(), 8));
        var hasty = Quick with { ATry = TimeSpan.FromMilliseconds(100) };

        await FailsToWrap(hasty);
        await FailsToUnwrap(wrapped, hasty);
    }

    [Fact]
    public async Task A_vault_that_asks_to_come_back_in_an_hour_is_neither_pressed_nor_waited_for()
    {
        vault.Next(new VaultFault.Status(429, RetryAfter: 3600));

        await FailsToWrap(Quick with { Altogether = TimeSpan.FromSeconds(3) });

        Assert.Equal(1, vault.Requests);
    }

    [Fact]
    public async Task Who_no_longer_wants_it_is_told_so_and_not_of_an_outage()
    {
        using var gone = new CancellationTokenSource();
        vault.BeforeAnswer = gone.CancelAsync;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Keeper().Wrap(dataKey, gone.Token));
    }

    [Theory]
    [InlineData(401, null)]
    [InlineData(403, "ForbiddenByRbac")]
    public async Task Who_is_not_let_in_reads_which_role_is_missing(int status, string? code)
    {
        var wrapped = await Keeper().Wrap(dataKey, default);
        vault.Next(new VaultFault.Status(status, Code: code), new VaultFault.Status(status, Code: code));

        foreach (var refused in new[] { await FailsToWrap(), await FailsToUnwrap(wrapped) })
        {
            Assert.Contains("Key Vault Crypto Service Encryption User", refused.Message, StringComparison.Ordinal);
            Assert.Contains($"({status} Failed{(code is null ? "" : " " + code)})", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("at length", refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_for_somewhere_else_is_refused()
    {
        var keeper = new VaultKey(vault.Key, new FixedCredential("another"), network, Quick);

        Assert.Contains("(401 Unauthorized)", (await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => keeper.Wrap(dataKey, default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_sign_in_reads_that()
    {
        var keeper = new VaultKey(vault.Key, new Nobody(), network, Quick);

        Assert.Contains("could not sign in", (await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => keeper.Wrap(dataKey, default))).Message, StringComparison.Ordinal);
        Assert.Equal(0, vault.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"kid\":1,\"value\":2}")]
    [InlineData("{\"kid\":\"KID\",\"value\":\"\"}")]
    [InlineData("{\"kid\":\"KID\",\"value\":\"not base64!\"}")]
    [InlineData("{\"kid\":\"KID\",\"value\":\"AAAA\"")]
    [InlineData("{\"kid\":\"KID\",\"nested\":{\"value\":\"AAAA\"}}")]
    public async Task An_answer_that_is_none_is_an_outage(string body)
    {
        var wrapped = await Keeper().Wrap(dataKey, default);
        var answer = new VaultFault.Answer(body.Replace("KID", vault.CurrentId, StringComparison.Ordinal));
        vault.Next(answer, answer);

        await FailsToWrap();
        await FailsToUnwrap(wrapped);
    }

    [Fact]
    public async Task A_wrapping_by_another_key_than_the_one_asked_for_is_not_taken()
    {
        vault.Next(new VaultFault.Answer("""{"kid":"https://elsewhere.vault.azure.net/keys/mentorbot/1","value":"AAAA"}"""));

        await FailsToWrap();
    }

    [Fact]
    public async Task Many_who_ask_for_one_key_at_once_have_it_unwrapped_once()
    {
        var store = new MemoryRowStore();
        using var keys = new DataKeys(store, new Decisions(store, new Nudges()), Keeper(), SystemClock.Instance);
        var (sealer, owner, place) = (new Sealer(keys), Owner.Person(new("contoso"), new("ana.lima")), new SealedPlace(new(Table.People, "contoso|ana.lima"), "offer", "about", 1, 1));
        var bytes = await sealer.Seal(owner, place, Confidential.From("words")!, default);
        keys.Forget(owner);
        var before = vault.Unwraps;
        var gate = new TaskCompletionSource();
        vault.BeforeAnswer = () => gate.Task;

        var openings = Enumerable.Range(0, 50).Select(_ => sealer.Open(owner, place, bytes, default)).ToList();
        gate.SetResult();
        await Task.WhenAll(openings);

        Assert.Equal(before + 1, vault.Unwraps);
    }

    [Fact]
    public async Task After_an_outage_the_next_who_asks_has_it_unwrapped()
    {
        var store = new MemoryRowStore();
        using var keys = new DataKeys(store, new Decisions(store, new Nudges()), Keeper(), SystemClock.Instance);
        var (sealer, owner, place) = (new Sealer(keys), Owner.Person(new("contoso"), new("ana.lima")), new SealedPlace(new(Table.People, "contoso|ana.lima"), "offer", "about", 1, 1));
        var bytes = await sealer.Seal(owner, place, Confidential.From("words")!, default);
        keys.Forget(owner);
        vault.Next(Enumerable.Repeat(new VaultFault.Status(503), 4));

        await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => sealer.Open(owner, place, bytes, default));

        Assert.NotNull(await sealer.Open(owner, place, bytes, default));
    }

    [Fact]
    public async Task Nothing_that_can_be_shown_holds_the_key_or_the_token()
    {
        var wrapped = await Keeper().Wrap(dataKey, default);
        vault.Next(new VaultFault.Status(403), new VaultFault.Answer(System.Buffers.Text.Base64Url.EncodeToString(dataKey)));
        string[] shown = [Keeper().ToString()!, (await FailsToWrap()).ToString(), (await FailsToUnwrap(wrapped)).ToString()];

        Assert.All(shown, text => Assert.DoesNotContain(System.Buffers.Text.Base64Url.EncodeToString(dataKey), text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain(LocalVault.Token, text, StringComparison.Ordinal));
    }

    private VaultKey Keeper(VaultPatience? patience = null) => new(vault.Key, credential, network, patience ?? Quick);

    private Task<MasterKeyUnavailableException> FailsToWrap(VaultPatience? patience = null) =>
        Assert.ThrowsAsync<MasterKeyUnavailableException>(() => Keeper(patience).Wrap(dataKey, default));

    private Task<MasterKeyUnavailableException> FailsToUnwrap(WrappedKey wrapped, VaultPatience? patience = null) =>
        Assert.ThrowsAsync<MasterKeyUnavailableException>(() => Keeper(patience).Unwrap(wrapped, default));

    private sealed class Nobody : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new CredentialUnavailableException("Nobody here.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new CredentialUnavailableException("Nobody here.");
    }
}

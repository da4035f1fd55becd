using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace Standins.Tests.Bot;

public sealed class HandlerTests
{
    [Theory]
    [InlineData("message", "message")]
    [InlineData("event", "event")]
    [InlineData("messageUpdate", "unrecognized")]
    [InlineData("Message", "unrecognized")]
    public async Task Each_kind_of_activity_has_its_method(string type, string method)
    {
        await using var channel = await Channel.Start();

        Assert.Equal([method], await Heard(channel.Sent(type)));
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    [InlineData("remove-upgrade", "uninstalled")]
    [InlineData("unheard-of", null)]
    public async Task An_installation_comes_or_goes(string action, string? method)
    {
        await using var channel = await Channel.Start();

        Assert.Equal(method == null ? [] : [method], await Heard(channel.Sent(ActivityTypes.InstallationUpdate, activity => activity.Action = action)));
    }

    [Fact]
    public async Task Members_are_added_or_removed_but_the_bot_alone_is_not_told_of_itself()
    {
        await using var channel = await Channel.Start();
        Activity Update(Action<Activity> more) => channel.Sent(ActivityTypes.ConversationUpdate, more);

        Assert.Equal(["added 28:bot 29:ana"], await Heard(Update(activity => activity.MembersAdded = [new("28:bot"), new("29:ana")])));
        Assert.Equal([], await Heard(Update(activity => activity.MembersAdded = [new("28:bot")])));
        Assert.Equal(["removed 29:ana"], await Heard(Update(activity => activity.MembersRemoved = [new("29:ana")])));
        Assert.Equal([], await Heard(Update(_ => { })));
    }

    [Fact]
    public void A_reference_turns_an_activity_towards_the_person_or_the_bot()
    {
        var reference = new ConversationReference
        {
            ActivityId = "1",
            User = new ChannelAccount("29:ana"),
            Bot = new ChannelAccount("28:bot"),
            Conversation = new ConversationAccount(id: "a:chat"),
            ChannelId = "msteams",
            ServiceUrl = "http://127.0.0.1/",
        };

        var outgoing = new Activity("message") { Locale = "fi-FI" }.ApplyConversationReference(reference);
        var incoming = new Activity("message").ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("28:bot", "29:ana", "1", null, "fi-FI"), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId, outgoing.Id, outgoing.Locale));
        Assert.Equal(("29:ana", "28:bot", null, "1"), (incoming.From.Id, incoming.Recipient.Id, incoming.ReplyToId, incoming.Id));
        Assert.Equal("1", incoming.GetConversationReference().ActivityId);
    }

    private static async Task<IReadOnlyList<string>> Heard(Activity activity)
    {
        var bot = new Listening();
        await using var server = await BotServer.Start(bot);
        Assert.Equal(HttpStatusCode.OK, (await server.Receives(activity)).Status);
        return bot.Heard;
    }

    private sealed class Listening : TeamsActivityHandler
    {
        public List<string> Heard { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Hear("message");

        protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Hear("event");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Hear("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
            => Hear("uninstalled");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
            => Hear("added " + string.Join(' ', membersAdded.Select(member => member.Id)));

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
            => Hear("removed " + string.Join(' ', membersRemoved.Select(member => member.Id)));

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("unrecognized");

        private Task Hear(string method)
        {
            Heard.Add(method);
            return Task.CompletedTask;
        }
    }
}

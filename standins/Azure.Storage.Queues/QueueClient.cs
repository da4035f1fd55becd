using System.Globalization;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>One queue of a storage account.</summary>
public class QueueClient
{
    /// <summary>The newest that version 12.24 of the official library asks for.</summary>
    private const string ServiceVersion = "2025-11-05";

    private const string Scope = "https://storage.azure.com/.default";

    private readonly Uri queue;
    private readonly string signature;
    private readonly HttpPipeline pipeline;

    /// <param name="connectionString">An account with its key, or with a shared access signature.</param>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public QueueClient(string connectionString, string queueName, QueueClientOptions options)
    {
        var account = QueueAccount.Parse(connectionString);
        queue = new(account.Queues.AbsoluteUri.TrimEnd('/') + '/' + Uri.EscapeDataString(queueName));
        signature = account.Signature;
        pipeline = Build(options, account.Authentication);
    }

    /// <param name="queueUri">The queue, such as https://account.queue.core.windows.net/name.</param>
    /// <exception cref="ArgumentException">The address is no https address: a token never travels in clear.</exception>
    public QueueClient(Uri queueUri, TokenCredential credential, QueueClientOptions? options = default)
    {
        ArgumentNullException.ThrowIfNull(queueUri);
        if (queueUri.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("Cannot use TokenCredential without HTTPS.");
        queue = queueUri;
        signature = "";
        pipeline = Build(options ?? new(), new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    /// <returns>Null when there is one already.</returns>
    /// <exception cref="RequestFailedException"/>
    public virtual async Task<Response?> CreateIfNotExistsAsync(IDictionary<string, string>? metadata = default, CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Put, "");
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
            message.Request.Headers.Add("x-ms-meta-" + name, value);
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (message.Response.Status == 204)
            return null;
        if (message.Response.Status == 201)
            return message.Response;
        var failure = new RequestFailedException(message.Response);
        return failure.ErrorCode is { } code && code == QueueErrorCode.QueueAlreadyExists ? null : throw failure;
    }

    /// <exception cref="RequestFailedException"/>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        await Send(Message(RequestMethod.Delete, ""), 204, cancellationToken).ConfigureAwait(false);

    /// <exception cref="RequestFailedException"/>
    public virtual async Task<Response<SendReceipt>> SendMessageAsync(string messageText, CancellationToken cancellationToken = default)
    {
        var message = Message(RequestMethod.Post, "/messages");
        message.Request.Headers.Add("Content-Type", "application/xml");
        message.Request.Content = RequestContent.Create(new BinaryData(
            new XElement("QueueMessage", new XElement("MessageText", messageText)).ToString(SaveOptions.DisableFormatting)));
        var response = await Send(message, 201, cancellationToken).ConfigureAwait(false);
        var sent = XElement.Load(response.Content.ToStream()).Element("QueueMessage")!;
        return Response.FromValue(new SendReceipt(Text(sent, "MessageId"), Text(sent, "PopReceipt")), response);
    }

    /// <param name="maxMessages">1 to 32; one when it is left out.</param>
    /// <param name="visibilityTimeout">One second to seven days; thirty seconds when it is left out.</param>
    /// <exception cref="RequestFailedException"/>
    public virtual async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = default, TimeSpan? visibilityTimeout = default, CancellationToken cancellationToken = default)
    {
        var message = Message(RequestMethod.Get, "/messages");
        if (maxMessages is { } most)
            message.Request.Uri.AppendQuery("numofmessages", most.ToString(CultureInfo.InvariantCulture));
        if (visibilityTimeout is { } hidden)
            message.Request.Uri.AppendQuery("visibilitytimeout", ((int)hidden.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        var response = await Send(message, 200, cancellationToken).ConfigureAwait(false);
        var received = XElement.Load(response.Content.ToStream()).Elements("QueueMessage").Select(one => new QueueMessage(
            Text(one, "MessageId"), Text(one, "PopReceipt"), Text(one, "MessageText"), long.Parse(Text(one, "DequeueCount"), CultureInfo.InvariantCulture)));
        return Response.FromValue(received.ToArray(), response);
    }

    /// <exception cref="RequestFailedException">Also when the receipt is stale, or the message is gone.</exception>
    public virtual async Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default)
    {
        var message = Message(RequestMethod.Delete, "/messages/" + Uri.EscapeDataString(messageId));
        message.Request.Uri.AppendQuery("popreceipt", popReceipt);
        return await Send(message, 204, cancellationToken).ConfigureAwait(false);
    }

    private static HttpPipeline Build(QueueClientOptions options, HttpPipelinePolicy? authentication)
    {
        // Per attempt: a signature is of its moment, and a token may be renewed in between.
        var parts = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new QueueFailures() };
        if (authentication is not null)
            parts.PerRetryPolicies.Add(authentication);
        return HttpPipelineBuilder.Build(parts);
    }

    private HttpMessage Message(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new UriBuilder(queue) { Path = queue.AbsolutePath + path, Query = signature }.Uri);
        message.Request.Headers.Add("x-ms-version", ServiceVersion);
        message.Request.Headers.Add("Accept", "application/xml");
        return message;
    }

    private async Task<Response> Send(HttpMessage message, int expected, CancellationToken cancellationToken)
    {
        using (message)
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return message.Response.Status == expected ? message.Response : throw new RequestFailedException(message.Response);
        }
    }

    private static string Text(XElement element, string name) => element.Element(name)?.Value ?? "";
}

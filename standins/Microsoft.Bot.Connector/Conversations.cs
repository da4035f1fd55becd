using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

internal sealed class Conversations(ConnectorClient client) : IConversations
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
        => Exchange<ResourceResponse>(HttpMethod.Post, Route(conversationId), Required(activity), customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
        => Exchange<ResourceResponse>(HttpMethod.Put, Route(conversationId, activityId), Required(activity), customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
        => Exchange<ResourceResponse>(HttpMethod.Post, Route(conversationId, activityId), Required(activity), customHeaders, cancellationToken);

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Delete, Route(conversationId, activityId), customHeaders);
        await client.Credentials.ProcessHttpRequestAsync(request, cancellationToken);
        var response = await client.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted))
            throw await Refusal(request, null, response, cancellationToken);

        return new HttpOperationResponse { Response = response };
    }

    private static string Route(string conversationId) => $"v3/conversations/{Escaped(conversationId)}/activities";

    private static string Route(string conversationId, string activityId) => $"v3/conversations/{Escaped(conversationId)}/activities/{Escaped(activityId)}";

    private static string Escaped(string id) => Uri.EscapeDataString(Required(id));

    private static T Required<T>(T value)
        where T : class
        => value ?? throw new ValidationException(ValidationRules.CannotBeNull, typeof(T).Name);

    private async Task<HttpOperationResponse<TBody>> Exchange<TBody>(
        HttpMethod method, string route, object content, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        var json = WireJson.Write(content, WireJson.ToConnector);
        using var request = Request(method, route, customHeaders);
        request.Content = new ByteArrayContent(json);
        request.Content.Headers.ContentType = Json;
        await client.Credentials.ProcessHttpRequestAsync(request, cancellationToken);

        var response = await client.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted))
            throw await Refusal(request, json, response, cancellationToken);

        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return new HttpOperationResponse<TBody> { Response = response, Body = WireJson.Read<TBody>(answer) };
        }
        catch (JsonException failure)
        {
            response.Dispose();
            throw new SerializationException("The connector's answer could not be read as JSON.", answer, failure);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string route, Dictionary<string, List<string>> customHeaders)
    {
        var root = client.BaseUri.AbsoluteUri;
        var request = new HttpRequestMessage(method, new Uri(root.EndsWith('/') ? root + route : $"{root}/{route}"));
        ConnectorClient.AddHeaders(request.Headers);

        foreach (var (name, values) in customHeaders ?? [])
            request.Headers.TryAddWithoutValidation(name, values);

        return request;
    }

    private static async Task<ErrorResponseException> Refusal(
        HttpRequestMessage request, byte[] sent, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            return new ErrorResponseException($"The connector answered {(int)response.StatusCode} ({response.StatusCode}).")
            {
                Request = new HttpRequestMessageWrapper(request, sent == null ? null : Encoding.UTF8.GetString(sent)),
                Response = new HttpResponseMessageWrapper(response, answer),
                Body = Reason(answer),
            };
        }
    }

    private static ErrorResponse Reason(string answer)
    {
        try
        {
            return WireJson.Read<ErrorResponse>(answer);
        }
        catch (JsonException)
        {
            // A proxy on the way answers in HTML: the text is in the response.
            return null;
        }
    }
}

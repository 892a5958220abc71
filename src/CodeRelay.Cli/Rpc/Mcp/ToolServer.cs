using System.Text.Json;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Cli.CommandLine;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>The server: lists the tools to clients and runs their calls, one at a time.</summary>
/// <param name="tools">The tools.</param>
internal sealed class ToolServer(IReadOnlyList<McpTool> tools) : IDisposable
{
    private const string DeliveryItem = "coderelay.delivery";

    private const string RootsChanged = "notifications/roots/list_changed";

    private const string Instructions =
        "CodeRelay keeps the handoff packet of a repository (HANDOFF.md and its companions) true. At the start of a session call inbox_take once, and status; before you rely on the packet and before you stop, call check; to leave work to another session, call handoff.";

    // A call may start git and read the whole repository; simultaneous calls wait.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Serves until the input ends and every request is answered.</summary>
    public async Task RunAsync(Stream input, Stream output)
    {
        await using var transport = new LineTransport(input, output);
        var directory = new SessionDirectory(transport.InputEnd);
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "coderelay", Title = Product.Name, Version = Product.Version },
            ServerInstructions = Instructions,
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. tools.Select(ToolListing.Of)] }),
                CallToolHandler = (request, cancellation) => CallAsync(request, directory, cancellation),
                NotificationHandlers = [KeyValuePair.Create<string, Func<JsonRpcNotification, CancellationToken, ValueTask>>(RootsChanged, (_, _) =>
                {
                    directory.Forget();
                    return ValueTask.CompletedTask;
                })],
            },
        };
        options.Filters.Message.IncomingFilters.Add(next => (context, cancellation) => AnswerAsync(next, context, cancellation));
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync();
    }

    public void Dispose() => _turn.Dispose();

    // `next` writes the answer; deliveries are archived only after it.
    private static async Task AnswerAsync(McpMessageHandler next, MessageContext context, CancellationToken cancellation)
    {
        try
        {
            await next(context, cancellation);
            DeliveryOf(context)?.Confirm();
        }
        // A text with half a surrogate pair throws the second.
        catch (Exception e) when (e is JsonException or InvalidOperationException && context.JsonRpcMessage is JsonRpcRequest)
        {
            throw ToolArguments.Invalid($"the params of '{((JsonRpcRequest)context.JsonRpcMessage).Method}' do not have the right form: {(e as JsonException)?.Path ?? "a text is not Unicode"}");
        }
        finally
        {
            DeliveryOf(context)?.Dispose();
        }
    }

    private static Delivery? DeliveryOf(MessageContext context) => context.Items.TryGetValue(DeliveryItem, out var delivery) ? (Delivery?)delivery : null;

    private async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, SessionDirectory directory, CancellationToken cancellation)
    {
        if (request.Params is not { Name: { } name })
            throw ToolArguments.Invalid("'tools/call' needs the params 'name' and 'arguments'");
        var tool = tools.FirstOrDefault(tool => tool.Name == name)
            ?? throw ToolArguments.Invalid($"unknown tool '{name}'; valid are {string.Join(", ", tools.Select(tool => tool.Name))}");
        var arguments = ToolArguments.Read(tool, request.Params.Arguments);
        await _turn.WaitAsync(cancellation);
        try
        {
            var hasNoHandshake = request.JsonRpcRequest.Context?.ProtocolVersion is not null;
            var at = await directory.OfAsync(arguments.GetValueOrDefault(ToolParameter.Directory.Name), request.Server, hasNoHandshake);
            var call = new ToolCall(arguments, at, request.Server.ClientInfo?.Name);
            var answer = tool.Run(call);
            request.Items[DeliveryItem] = answer.Delivery;
            return Result(answer.Text, call.Talk.ToString(), answer.IsError);
        }
#pragma warning disable CA1031 // The client receives every error, and the next call may succeed.
        catch (Exception e) when (e is not McpException)
#pragma warning restore CA1031
        {
            return Result(ExceptionMap.Of(e).Message, "", isError: true);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static CallToolResult Result(string text, string talk, bool isError)
    {
        var content = new List<ContentBlock> { new TextContentBlock { Text = text } };
        if (talk.Length > 0)
            content.Add(new TextContentBlock { Text = talk.TrimEnd('\n') });
        return new CallToolResult { Content = content, IsError = isError };
    }
}

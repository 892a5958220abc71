using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>
/// JSON-RPC over two streams, a message a line. Unlike the library's own, it answers lines that are no message, and writes what is
/// still being worked on after the input has ended. Who sends learns when a message was not written.
/// </summary>
internal sealed class LineTransport : TransportBase
{
    // "Parse error" and "Invalid Request" of JSON-RPC 2.0.
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;

    private readonly LineReader _input;
    private readonly Stream _output;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _inputEnd = new();

    /// <param name="input">Read until it ends.</param>
    /// <param name="output">Written and flushed with each message.</param>
    public LineTransport(Stream input, Stream output)
        : base("stdio", loggerFactory: null)
    {
        _input = new LineReader(input);
        _output = output;
        SetConnected();
        // Nobody waits for it: a read cannot be called back, and the process may end while it lasts.
        _ = Task.Factory.StartNew(ReadAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Set when nothing can come any more, also no answer to a question of ours.</summary>
    public CancellationToken InputEnd => _inputEnd.Token;

    /// <exception cref="IOException">Nobody reads it any more.</exception>
    public override async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) =>
        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage))));

    public override ValueTask DisposeAsync()
    {
        SetDisconnected();
        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync()
    {
        Exception? error = null;
        try
        {
            while (_input.Read(out var line))
                await TakeAsync(line);
        }
#pragma warning disable CA1031 // Nobody else is there to see it, and a session that is never ended waits for ever.
        catch (Exception e)
#pragma warning restore CA1031
        {
            error = e;
        }

        await _inputEnd.CancelAsync();
        SetDisconnected(error);
    }

    private async Task TakeAsync(ReadOnlyMemory<byte>? line)
    {
        if (line is not { } text)
        {
            await RefuseAsync(id: null, ParseError, $"the line is longer than {LineReader.Limit / (1024 * 1024)} MiB");
            return;
        }

        if (text.Span.Trim(" \t\r"u8).IsEmpty)
            return;
        try
        {
            if (JsonSerializer.Deserialize(text.Span, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage))) is JsonRpcMessage message)
                await WriteMessageAsync(message);
            else
                await RefuseAsync(id: null, InvalidRequest, "a message is an object, not null");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            await RefuseAsync(text);
        }
    }

    // Either it is no JSON, or it is JSON and no message; then the one who asked may be known all the same.
    private async Task RefuseAsync(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = int.MaxValue });
            var root = json.RootElement;
            JsonElement? id = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.String or JsonValueKind.Number ? given : null;
            await RefuseAsync(id, InvalidRequest, root.ValueKind == JsonValueKind.Array ? "batches are not supported; send each message on its own line" : "not a JSON-RPC 2.0 message: it needs \"jsonrpc\": \"2.0\", a \"method\" and, in a request, an \"id\" that is a string or an integer");
        }
        catch (JsonException e)
        {
            await RefuseAsync(id: null, ParseError, $"the line is not JSON: byte {e.BytePositionInLine ?? 0}");
        }
    }

    private async Task RefuseAsync(JsonElement? id, int code, string message)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            json.WritePropertyName("id");
            if (id is { } known)
                known.WriteTo(json);
            else
                json.WriteNullValue();
            json.WriteStartObject("error");
            json.WriteNumber("code", code);
            json.WriteString("message", message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await WriteAsync(line.ToArray());
    }

    private async Task WriteAsync(byte[] message)
    {
        await _sending.WaitAsync();
        try
        {
            // At once, so that a message is never cut by another process that writes there.
            await _output.WriteAsync((byte[])[.. message, (byte)'\n']);
            await _output.FlushAsync();
        }
        catch (IOException)
        {
            SetDisconnected();
            throw;
        }
        finally
        {
            _sending.Release();
        }
    }
}

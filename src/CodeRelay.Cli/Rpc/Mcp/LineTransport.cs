using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>
/// JSON-RPC over two streams, one message per line. Unlike the library's transport, it answers invalid lines, and writes the
/// answers in progress after the input has ended. The sender learns when a message was not written.
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

    /// <param name="input">Read to its end.</param>
    /// <param name="output">Written and flushed with each message.</param>
    public LineTransport(Stream input, Stream output)
        : base("stdio", loggerFactory: null)
    {
        _input = new LineReader(input);
        _output = output;
        SetConnected();
        // Not awaited: a blocking read cannot be cancelled, and the process may end during it.
        _ = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Set when no more input can come, including answers to requests of the server.</summary>
    public CancellationToken InputEnd => _inputEnd.Token;

    /// <exception cref="IOException">The reader is gone.</exception>
    public override async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) =>
        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage))));

    public override ValueTask DisposeAsync()
    {
        SetDisconnected();
        return ValueTask.CompletedTask;
    }

    // Not async: after an await it would block a thread of the pool, and a call that runs git would wait seconds for another one.
    private void Read()
    {
        Exception? error = null;
        try
        {
            while (_input.Read(out var line))
                TakeAsync(line).GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // No caller can catch it, and a session that never ends would wait forever.
        catch (Exception e)
#pragma warning restore CA1031
        {
            error = e;
        }

        _inputEnd.Cancel();
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

    // Either not JSON, or JSON but not a message; the latter may contain the request's id.
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
            // In one write, so that no other process's output can split a message.
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

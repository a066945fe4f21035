enum BinaryType { "blob", "arraybuffer" };

[Exposed=(Window,Worker)]
interface WebSocket : EventTarget {
  // #region connexion
  constructor(USVString url,
    optional (DOMString or sequence<DOMString>) protocols = []);
  readonly attribute USVString url;

  const unsigned short CONNECTING = 0;
  const unsigned short OPEN = 1;
  const unsigned short CLOSING = 2;
  const unsigned short CLOSED = 3;
  readonly attribute unsigned short readyState;
  readonly attribute unsigned long long bufferedAmount;
  readonly attribute DOMString extensions;
  readonly attribute DOMString protocol;
  // #endregion
  // #region messages
  attribute EventHandler onopen;
  attribute EventHandler onerror;
  attribute EventHandler onclose;
  attribute EventHandler onmessage;

  undefined close(optional [Clamp] unsigned short code,
    optional USVString reason);

  attribute BinaryType binaryType;
  undefined send((BufferSource or Blob or USVString) data);
  // #endregion
};

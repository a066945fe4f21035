// À réparer : la page du support de 2013, telle quelle. Elle ne démarre pas.
function loadWebSocket() { //a appeler depuis la page html
// #region page
    if (window.WebSocket) {
        ws = new WebSocket("ws://localhost:8082/");

        ws.onopen = function() {//alert new user};
        ws.onmessage = function(e) {
        //displayMessage(e.data);
        };
        ws.onclose = function() {//alert close};
        ws.onerror = function(e) {//alert error};

    } else {
        alert("le navigateur ne supporte pas les websockets")
    }
// #endregion
}

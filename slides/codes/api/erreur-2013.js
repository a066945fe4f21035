// Le gestionnaire d’erreur du support de 2013, tel quel : il échoue au moment où l’on a besoin de lui.
// #region erreur
ws.onerror = function(evt) { alert("WebSocket error : " + e.data) };
// #endregion
